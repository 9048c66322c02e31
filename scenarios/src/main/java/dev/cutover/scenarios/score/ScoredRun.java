package dev.cutover.scenarios.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of one bridge in one run.
 *
 * @param alone whether no other shared the run
 * @param failed the checkers, and the gates as {@code gate:NAME}, that say no
 * @param acted what the defect did, if the bridge has one
 * @param countsDiffer whether a comparison of row counts in the end would have seen a difference
 */
record ScoredRun(
        String bridge, boolean alone, Verdict verdict, Set<String> failed, Activation acted, boolean countsDiffer) {
    ScoredRun {
        failed = Set.copyOf(failed);
    }

    /** A run that was judged, for each bridge in it; where several share it, also for those keys that meet a correct one. */
    static List<ScoredRun> of(RunDirectory run, Map<String, BrokenBridge> catalogue) throws IOException {
        VerdictReport report = VerdictReport.read(run);
        List<LogEntry> events = EventReader.read(run.events()).entries();
        boolean differ = countsDiffer(run);
        String name = report.run().bridge();
        BrokenBridge bridge = catalogue.get(name);
        if (bridge == null || bridge.members().isEmpty()) {
            return List.of(
                    new ScoredRun(name, true, report.verdict(), report.failed(), Activation.of(null, events), differ));
        }
        Stream<ScoredRun> members = bridge.outcomes(report).stream().map(outcome -> {
            String member = outcome.bridge().name();
            return shared(member, outcome, Activation.of(member, events), differ);
        });
        Stream<ScoredRun> others = bridge.ofOthers(report).stream()
                .map(outcome -> shared(Score.REFERENCE, outcome, Activation.NOT_KNOWN, differ));
        return Stream.concat(members, others).toList();
    }

    private static ScoredRun shared(String name, BrokenBridge.Outcome outcome, Activation acted, boolean differ) {
        return new ScoredRun(name, false, outcome.verdict(), outcome.failed(), acted, differ);
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

    /** A comparison of row counts in the end. */
    boolean countsSee() {
        return alone && countsDiffer;
    }

    /** A full comparison of both databases when all is over: what many do in place of a rehearsal. */
    boolean diffSees() {
        return alone && failed.contains("agreement");
    }

    /** A comparison of answers, and nothing else. */
    boolean answersSee() {
        return alone && failed.contains(VerdictReport.GATE + "comparisons");
    }
}
