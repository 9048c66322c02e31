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
    private long eligible;
    private long equal;
    private long different;

    synchronized void eligible() {
        eligible++;
    }

    synchronized void equal() {
        equal++;
    }

    synchronized void different(Operation operation, ComparisonResult.Different result) {
        different++;
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
        report.putArray("samples").addAll(samples);
        return report;
    }
}
