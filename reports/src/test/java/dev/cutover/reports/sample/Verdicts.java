package dev.cutover.reports.sample;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The verdicts of the sample runs: what was found is written out in resources, the course is that of the schedule. */
final class Verdicts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Verdicts() {}

    static ObjectNode complete(String resource) throws IOException {
        ObjectNode verdict = read(resource);
        ArrayNode phases = verdict.putArray("phases");
        ArrayNode faults = verdict.putArray("faults");
        for (Schedule.Phase phase : Schedule.phases()) {
            phases.add(phase(phase));
            faults.add(fault(phase));
        }
        return verdict;
    }

    /** As JSON in ASCII, so that a text may hold what UTF-8 cannot. */
    static String text(ObjectNode node) throws IOException {
        return JSON.writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .withDefaultPrettyPrinter()
                .writeValueAsString(node);
    }

    static ObjectNode read(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Verdicts.class.getResourceAsStream(resource), resource)) {
            return (ObjectNode) JSON.readTree(stream);
        }
    }

    private static ObjectNode phase(Schedule.Phase phase) {
        long operations = 180 * (phase.endNs() - phase.beginNs()) / Schedule.SECOND;
        return JSON.createObjectNode()
                .put("phase", phase.name())
                .put("index", phase.index())
                .put("beginNs", phase.beginNs())
                .put("endNs", phase.endNs())
                .put("operations", operations)
                .put("ok", operations - 70 - phase.index())
                .put("refused", 70)
                .put("unknown", phase.index())
                .put("perSecond", 180.0)
                .put("p50Ms", 2.5)
                .put("p99Ms", 41.0 + phase.index())
                .put("maxMs", 1480.0);
    }

    private static ObjectNode fault(Schedule.Phase phase) {
        return JSON.createObjectNode()
                .put("id", phase.name() + "-1")
                .put("fault", phase.fault().name())
                .put("target", phase.fault().target())
                .put("phase", phase.name())
                .put("injectedNs", phase.injectedNs())
                .put("healedNs", phase.healedNs())
                .put("verified", true)
                .put("evidence", "3 probes through the link were refused");
    }
}
