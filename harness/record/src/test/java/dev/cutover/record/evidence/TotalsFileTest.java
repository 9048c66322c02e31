package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.Reads;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums of a run as they are saved and read back. */
class TotalsFileTest extends SavedRun {
    private static final List<TotalRead> READ = List.of(
            new TotalRead("old", "credit-cents", 5, 7, CREDIT),
            new TotalRead("new", "a\ttotal", 6, 6, null),
            new TotalRead("new", "credit-cents", 8, 9, new BigDecimal("1E+3")));

    @BeforeEach
    void sumUp() throws IOException {
        owing(manifest(), Map.of("old", summingUp(), "new", summingUp())).write(run);
        try (TotalsFile file = TotalsFile.create(run.totals())) {
            for (TotalRead read : READ) {
                file.add(read);
            }
        }
        Checksums.write(run);
    }

    private static Reads summingUp() {
        return new Reads(
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of("credit-cents"),
                List.of("credit-cents"),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    @Test
    void comeBackAsTheyWere() {
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.damage()).doesNotContainKey(EvidencePart.TOTALS);
        assertThat(evidence.totals())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(READ);
    }

    @Test
    void areDamagedIfTheyWereChanged() throws IOException {
        Files.writeString(run.totals(), "old\tcredit-cents\t9\t9\t1\n", StandardOpenOption.APPEND);
        assertDamaged("observed/totals.tsv was changed after the run ended");
        Files.delete(run.totals());
        assertDamaged("observed/totals.tsv is absent");
    }

    @Test
    void areDamagedIfTheirEndMayBeMissing() throws IOException {
        Files.delete(run.checksums());
        assertDamaged("it may lack lines");
    }

    @Test
    void areDamagedIfTheyAreNoSums() throws IOException {
        lines("totals.tsv");
        assertWrong("it is empty");
        lines("totals.tsv", "old\tcredit-cents\t5\t7\t1");
        assertWrong("expected the labels system");
        for (String line :
                List.of("old\tcredit-cents\t5\t7", "old\tcredit-cents\t7\t5\t1", "old\tcredit-cents\t5\t7\tmuch")) {
            lines("totals.tsv", "system\ttotal\tinvokedNs\treturnedNs\tvalue", line);
            assertWrong("observed/totals.tsv could not be read");
        }
    }

    @Test
    void nothingIsAddedOnceItIsClosed() throws IOException {
        TotalsFile file = TotalsFile.create(run.totals());
        file.close();
        assertThatThrownBy(() -> file.add(READ.getFirst())).isInstanceOf(IOException.class);
    }

    private void assertWrong(String reason) throws IOException {
        Checksums.write(run);
        assertDamaged(reason);
    }

    private void assertDamaged(String reason) {
        Evidence evidence = EvidenceReader.read(run);
        assertThat(evidence.damage().get(EvidencePart.TOTALS)).contains(reason);
        assertThat(evidence.totals()).isEmpty();
    }
}
