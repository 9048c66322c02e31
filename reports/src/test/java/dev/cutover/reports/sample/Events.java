package dev.cutover.reports.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The events of a sample run. */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BASE = Instant.parse("2026-11-22T18:14:03Z");

    private final List<ObjectNode> lines = new ArrayList<>();
    private final Random random = new Random(7);
    private long epoch = 1;
    private int onNew;

    static void write(Path file, long endNs) throws IOException {
        Events events = new Events();
        events.event(Schedule.ORIGIN - 14 * Schedule.SECOND, "run").put("state", "started");
        events.event(Schedule.ORIGIN - Schedule.SECOND, "step")
                .put("step", "environment up")
                .put("state", "end")
                .put("tookMs", 12_940.2);
        Schedule.phases().forEach(events::phase);
        events.event(Schedule.phases().getLast().endNs(), "sentinel")
                .put("stream", "new-to-old")
                .put("crossed", true)
                .put("tookMs", 212.0);
        events.lines.sort(Comparator.comparingLong(line -> line.get("ns").longValue()));
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : events.lines) {
            if (line.get("ns").longValue() <= endNs) {
                text.append(line).append('\n');
            }
        }
        Files.writeString(file, text);
    }

    private void phase(Schedule.Phase phase) {
        event(phase.beginNs(), "phase")
                .put("phase", phase.name())
                .put("index", phase.index())
                .put("state", "begin");
        event(phase.endNs() - 1, "phase")
                .put("phase", phase.name())
                .put("index", phase.index())
                .put("state", "end");
        fault(phase, phase.injectedNs() - 1, "intent");
        fault(phase, phase.injectedNs(), "injected");
        fault(phase, phase.injectedNs() + 1, "verified").put("evidence", "3 probes were refused");
        fault(phase, phase.healedNs(), "healed");
        if (!phase.route().mode().isEmpty()) {
            routing(phase);
        }
        for (long ns = phase.beginNs(); ns < phase.endNs(); ns += Schedule.SECOND) {
            sample(phase, ns);
        }
    }

    private void routing(Schedule.Phase phase) {
        ObjectNode effective = event(phase.beginNs() + (long) 1.3e9, "routing")
                .put("state", "effective")
                .put("mode", phase.route().mode())
                .put("newShare", phase.route().newShare())
                .put("tookMs", 640.5)
                .put("rollback", phase.name().equals("rollback"));
        int target = (int) Math.ceil(64 * phase.route().newShare());
        ArrayNode moves = effective.putArray("moves");
        for (int bucket = Math.min(onNew, target); bucket < Math.max(onNew, target); bucket++) {
            double hold = 18 * Math.exp(0.8 * Math.abs(random.nextGaussian()));
            moves.addObject()
                    .put("bucket", bucket)
                    .put("from", target > onNew ? "old" : "new")
                    .put("to", target > onNew ? "new" : "old")
                    .put("epoch", ++epoch)
                    .put("holdMs", hold)
                    .put("drainMs", hold / 4)
                    .put("markerMs", hold / 2)
                    .put("held", random.nextInt(5))
                    .put("attempts", 1);
        }
        onNew = target;
        effective.put("epoch", ++epoch);
        event(phase.beginNs() + Schedule.SECOND, "routing")
                .put("state", "requested")
                .put("mode", phase.route().mode())
                .put("newShare", phase.route().newShare());
    }

    private void sample(Schedule.Phase phase, long ns) {
        double slow = phase.broken(ns) ? 30 : 1;
        ObjectNode lag = event(ns, "sample")
                .put("phase", phase.name())
                .put("opsPerSecond", 180.0)
                .put("unknown", phase.broken(ns) ? 2 : 0)
                .put("p50Ms", 2.4)
                .put("p99Ms", 9.1 * slow)
                .putObject("lagMs");
        lag.put("old-to-new", 12 * Math.exp(0.4 * random.nextGaussian()) * slow);
        lag.put("new-to-old", 9 * Math.exp(0.4 * random.nextGaussian()) * slow);
    }

    private ObjectNode fault(Schedule.Phase phase, long ns, String state) {
        return event(ns, "fault")
                .put("id", phase.name() + "-1")
                .put("fault", phase.fault().name())
                .put("target", phase.fault().target())
                .put("phase", phase.name())
                .put("state", state);
    }

    private ObjectNode event(long ns, String kind) {
        ObjectNode line = JSON.createObjectNode()
                .put("ns", ns)
                .put("at", BASE.plusNanos(ns - Schedule.ORIGIN).toString())
                .put("kind", kind);
        lines.add(line);
        return line;
    }
}
