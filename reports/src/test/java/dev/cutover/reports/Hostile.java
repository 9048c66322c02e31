package dev.cutover.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;

/** A run in which every text that can be chosen from outside tries to be markup. */
final class Hostile {
    static final String TEXT = "</style><script>alert(1)</script>\"'&amp; ]]> | `x` @all \u0001 <b>é</b>";
    static final String AS_SHOWN = TEXT.replace('\u0001', '\uFFFD');

    private Hostile() {}

    static RunDirectory run(Path directory) throws IOException {
        ObjectNode verdict = SampleRun.noGoVerdict();
        verdict.put("reason", TEXT).put("replay", TEXT);
        ((ObjectNode) verdict.get("run")).put("plan", TEXT).put("bridge", TEXT);
        verdict.get("findings").forEach(finding -> spoil((ObjectNode) finding));
        verdict.get("gates")
                .forEach(gate -> ((ObjectNode) gate).put("detail", TEXT).put("value", TEXT));
        verdict.get("phases").forEach(phase -> ((ObjectNode) phase).put("phase", TEXT));
        verdict.get("faults")
                .forEach(fault -> ((ObjectNode) fault).put("fault", TEXT).put("evidence", TEXT));
        return SampleRun.judged(directory, verdict);
    }

    private static void spoil(ObjectNode finding) {
        finding.put("message", TEXT).put("title", TEXT);
        ArrayNode examples = finding.putArray("examples");
        examples.addObject().put("summary", TEXT).putObject("details").put(TEXT, TEXT);
    }
}
