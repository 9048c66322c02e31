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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of one bridge in one run.
 *
 * @param run the name of its directory
 * @param alone whether no other shared the run
 * @param failed the checkers, and the gates as {@code gate:NAME}, that say no
 * @param acted what the defect did, if the bridge has one
 * @param countsDiffer whether a comparison of row counts in the end would have seen a difference, if that is known
 */
record ScoredRun(
        String run,
        String bridge,
        boolean alone,
        Verdict verdict,
        SortedSet<String> failed,
        Activation acted,
        @Nullable Boolean countsDiffer) {
    ScoredRun {
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }

    /** A run that was judged, for each bridge in it; where several share it, also for those keys that meet a correct one. */
    static List<ScoredRun> of(RunDirectory run, Map<String, BrokenBridge> catalogue) throws IOException {
        VerdictReport report = VerdictReport.read(run);
        List<LogEntry> events = EventReader.read(run.events()).entries();
        Made made = new Made(String.valueOf(run.root().getFileName()), events, countsDiffer(run));
        String name = report.run().bridge();
        BrokenBridge bridge = catalogue.get(name);
        if (bridge == null || bridge.members().isEmpty()) {
            return List.of(made.alone(name, report));
        }
        List<ScoredRun> all = new ArrayList<>();
        bridge.outcomes(report).forEach(outcome -> {
            String member = outcome.bridge().name();
            all.add(made.shared(member, outcome, Activation.of(member, events)));
        });
        bridge.ofOthers(report)
                .ifPresent(outcome -> all.add(made.shared(Score.REFERENCE, outcome, Activation.NOT_KNOWN)));
        return all;
    }

    /** What all bridges of a run have in common. */
    private record Made(String run, List<LogEntry> events, boolean differ) {
        ScoredRun alone(String name, VerdictReport report) {
            Activation acted = Activation.of(null, events);
            return new ScoredRun(run, name, true, report.verdict(), new TreeSet<>(report.failed()), acted, differ);
        }

        ScoredRun shared(String name, BrokenBridge.Outcome outcome, Activation acted) {
            return new ScoredRun(run, name, false, outcome.verdict(), new TreeSet<>(outcome.failed()), acted, differ);
        }
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

    /** Whether it is known what a comparison of row counts in the end would have seen of it alone. */
    boolean countsKnown() {
        return alone && countsDiffer != null;
    }

    /** A comparison of row counts in the end. */
    boolean countsSee() {
        return alone && Boolean.TRUE.equals(countsDiffer);
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
