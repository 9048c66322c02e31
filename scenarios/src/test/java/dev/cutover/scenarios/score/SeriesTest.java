package dev.cutover.scenarios.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cutover.record.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {

    @TempDir
    private Path directory;

    private static ScoredRun run(String run, String bridge, Verdict verdict, String... failed) {
        return new ScoredRun(
                run, bridge, false, verdict, new TreeSet<>(Set.of(failed)), new Activation(true, 3, "half"), true);
    }

    @Test
    void whatWasFoundComesBack() throws IOException {
        Path file = directory.resolve("series.jsonl");
        List<ScoredRun> runs = List.of(
                run("a", "loses", Verdict.NO_GO, "agreement", "gate:comparisons"), run("b", "reference", Verdict.GO));
        assertThat(Series.read(file).runs()).isEmpty();
        Series.read(file).with(runs).write(file);
        assertThat(Series.read(file).runs()).isEqualTo(runs);
    }

    @Test
    void aRunThatIsScoredAgainCountsOnce() {
        Series series = new Series(List.of(
                run("b", "reference", Verdict.GO), run("a", "loses", Verdict.GO), run("a", "slow", Verdict.GO)));
        List<ScoredRun> again = List.of(run("a", "loses", Verdict.NO_GO, "agreement"));
        assertThat(series.with(again).runs()).containsExactly(again.getFirst(), run("b", "reference", Verdict.GO));
    }

    @Test
    void aTornLineIsNotCountedSilently() throws IOException {
        Path file = directory.resolve("series.jsonl");
        Files.writeString(file, "{\"run\":\"a\"");
        assertThatIOException().isThrownBy(() -> Series.read(file)).withMessageContaining("line 1 is torn");
    }
}
