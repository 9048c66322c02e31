package dev.cutover.scenarios.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What became of one run.
 *
 * @param failed the checkers, and the gates as {@code gate:NAME}, that say no
 * @param acted what the defect did, if the bridge has one
 * @param countsDiffer whether a comparison of row counts in the end would have seen a difference
 */
record ScoredRun(String bridge, Verdict verdict, Set<String> failed, Activation acted, boolean countsDiffer) {
    ScoredRun {
        failed = Set.copyOf(failed);
    }

    /** A run that was judged. */
    static ScoredRun of(RunDirectory run) throws IOException {
        VerdictReport report = VerdictReport.read(run);
        return new ScoredRun(report.run().bridge(), report.verdict(), report.failed(), acted(run), countsDiffer(run));
    }

    private static Activation acted(RunDirectory run) throws IOException {
        return Activation.of(EventReader.read(run.events()).entries());
    }

    private static boolean countsDiffer(RunDirectory run) throws IOException {
        JsonNode old = tables(run.observed().resolve("old-final.json"));
        JsonNode replacement = tables(run.observed().resolve("new-final.json"));
        for (String table : (Iterable<String>) old::fieldNames) {
            JsonNode other = replacement.path(table).path("rows");
            if (!other.isMissingNode() && !other.equals(old.path(table).path("rows"))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode tables(Path index) throws IOException {
        return Files.exists(index)
                ? Json.MAPPER.readTree(index.toFile()).path("tables")
                : Json.MAPPER.createObjectNode();
    }

    /** A full comparison of both databases when all is over: what many do in place of a rehearsal. */
    boolean diffSees() {
        return failed.contains("agreement");
    }

    /** A comparison of answers, and nothing else. */
    boolean answersSee() {
        return failed.contains(VerdictReport.GATE + "comparisons");
    }
}
