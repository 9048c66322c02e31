package dev.cutover.scenarios.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {

    @TempDir
    private Path directory;

    private Score score(ScoredRun... runs) throws IOException {
        Path catalogue = directory.resolve("bridges.yaml");
        Files.writeString(catalogue, """
                loses: { set: [name=x], defect: It loses., caught-by: [no-acknowledged-loss, agreement] }
                slow: { set: [name=x], defect: 'None, but slow.', caught-by: [], verdict: GO }
                """);
        return Score.of(BrokenBridge.catalogue(catalogue).values(), List.of(runs));
    }

    private static ScoredRun run(String bridge, Verdict verdict, String... failed) {
        return new ScoredRun("run", bridge, true, verdict, new TreeSet<>(Set.of(failed)), Activation.NOT_KNOWN, false);
    }

    @Test
    void aDefectIsCaughtByWhoMustOrByOthersOrMissed() throws IOException {
        Score.Row loses = score(
                        run("loses", Verdict.NO_GO, "agreement"),
                        run("loses", Verdict.NO_GO, "gate:comparisons"),
                        run("loses", Verdict.GO),
                        run("loses", Verdict.INCONCLUSIVE))
                .defects()
                .getFirst();
        assertThat(List.of(loses.runs(), loses.right(), loses.byOthers(), loses.missed(), loses.inconclusive()))
                .containsExactly(4, 1, 1, 1, 1);
        assertThat(loses.seenBy()).containsExactly("agreement", "gate:comparisons");
        assertThat(List.of(loses.byCounts(), loses.byDiff(), loses.byAnswers())).containsExactly(0, 1, 1);
    }

    @Test
    void whoIsCorrectIsAccusedFalsely() throws IOException {
        Score score =
                score(run("slow", Verdict.GO), run("slow", Verdict.NO_GO, "routing"), run("reference", Verdict.GO));
        assertThat(score.harmless())
                .extracting(Score.Row::bridge, Score.Row::right, Score.Row::missed)
                .containsExactly(tuple("reference", 1, 0), tuple("slow", 1, 1));
        assertThat(ScoreText.of(score))
                .contains("| no defect, and NO-GO | 3 | 1 |")
                .contains("| slow | None, but slow. |")
                .endsWith("Without a run: loses.\n");
    }

    @Test
    void whatADefectDidIsCountedAcrossRestarts() {
        Activation acted = Activation.of(
                null,
                List.of(
                        entry(1, new PhaseEvent.Began("dual", 0)),
                        entry(2, new DefectEvent(null, 0)),
                        entry(3, new PhaseEvent.Began("half", 1)),
                        entry(4, new DefectEvent(null, 3)),
                        entry(5, new DefectEvent(null, 2)),
                        entry(6, new DefectEvent(null, 7))));
        assertThat(acted).isEqualTo(new Activation(true, 10, "half"));
        assertThat(Activation.of(null, List.of())).isEqualTo(Activation.NOT_KNOWN);
    }

    private static LogEntry entry(long seq, Event event) {
        return new LogEntry(seq, seq, Instant.EPOCH, event);
    }

    @Test
    void eachBridgeIsInOneRunOfTheSeries() throws IOException {
        Path catalogue = directory.resolve("bridges.yaml");
        Files.writeString(catalogue, """
                one: { replaces: bridge, main: a.One, defect: x }
                two: { replaces: bridge, main: a.Two, defect: x }
                three: { replaces: bridge, main: a.Three, defect: x }
                pair: { together: [one, three], programs: { bridge: a.Both }, defect: x }
                """);
        assertThat(Scoring.series(BrokenBridge.catalogue(catalogue).values()))
                .extracting(BrokenBridge::name)
                .containsExactly("two", "pair");
    }

    @Test
    void theTablesStandBetweenTheirLines() throws IOException {
        Path file = directory.resolve("detection.md");
        Scoring.write(file, "one\n");
        Files.writeString(file, Files.readString(file) + "Afterword.\n");
        Scoring.write(file, "two\n");
        assertThat(file).hasContent("# Detection\n\n<!-- generated: score -->\ntwo\n<!-- end -->\nAfterword.\n");
        Files.writeString(file, "nothing here");
        assertThatIOException().isThrownBy(() -> Scoring.write(file, "three\n")).withMessageContaining("has no lines");
    }

    @Test
    void boundsOfAShare() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
        assertThat(Wilson.of(20, 20)).hasToString("83.9 … 100.0 %");
        assertThat(Wilson.of(0, 100)).hasToString("0.0 … 3.7 %");
        assertThat(Wilson.of(5, 10)).hasToString("23.7 … 76.3 %");
    }
}
