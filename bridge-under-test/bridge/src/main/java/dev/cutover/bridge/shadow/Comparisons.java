package dev.cutover.bridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The account of shadowing: each eligible request ends as compared or as dropped, and is pending until then. */
public final class Comparisons {
    private static final int SAMPLES = 20;

    private final Map<Reason, Long> dropped = new EnumMap<>(Reason.class);
    private final List<ObjectNode> samples = new ArrayList<>();
    private final Map<Operation, Of> operations = new EnumMap<>(Operation.class);
    private long eligible;
    private long equal;
    private long different;

    /** Of one operation. */
    private static final class Of {
        private long eligible;
        private long compared;
    }

    synchronized void eligible(Operation operation) {
        eligible++;
        of(operation).eligible++;
    }

    synchronized void equal(Operation operation) {
        equal++;
        of(operation).compared++;
    }

    private Of of(Operation operation) {
        return operations.computeIfAbsent(operation, none -> new Of());
    }

    synchronized void different(Operation operation, ComparisonResult.Different result) {
        different++;
        of(operation).compared++;
        if (samples.size() < SAMPLES) {
            ObjectNode sample =
                    Json.object().put("operation", operation.label()).put("path", result.path());
            sample.set("old", result.old());
            sample.set("new", result.replacement());
            samples.add(sample);
        }
    }

    synchronized void dropped(Reason reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    synchronized long droppedFor(Reason reason) {
        return dropped.getOrDefault(reason, 0L);
    }

    synchronized long equalSoFar() {
        return equal;
    }

    synchronized long differentSoFar() {
        return different;
    }

    /** The account as JSON. */
    public synchronized JsonNode report() {
        ObjectNode report = Json.object()
                .put("eligible", eligible)
                .put("compared", equal + different)
                .put("equal", equal)
                .put("different", different);
        ObjectNode reasons = report.putObject("dropped");
        for (Reason reason : Reason.values()) {
            reasons.put(reason.label(), droppedFor(reason));
        }
        ObjectNode ofEach = report.putObject("operations");
        operations.forEach((operation, of) ->
                ofEach.putObject(operation.label()).put("eligible", of.eligible).put("compared", of.compared));
        report.putArray("samples").addAll(samples);
        return report;
    }
}
