package dev.cutover.record.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of what a manifest may say. */
class ManifestTest {

    @Test
    void aSlotTellsApart256KindsAnd128Phases() {
        assertThat(manifest(256, 128).kinds()).hasSize(256);
        assertThat(manifest(1, 1).phases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "257, 1", "1, 0", "1, 129"})
    void noneOrMoreThanASlotTellsApartAreRefused(int kinds, int phases) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manifest(kinds, phases))
                .withMessageContaining("1 … 256 kinds of operations and 1 … 128 phases");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.1, 0.1", "9, 1, 1000, 250"})
    void aLimitMayBeAsSmallAsItIsOfUse(double perSecond, long acknowledged, double rollbackMs, double lagMs) {
        assertThat(new Limits(perSecond, acknowledged, rollbackMs, lagMs, 0, new TreeMap<>()).unknownAtMost())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0"})
    void aLimitThatNothingCanKeepIsRefused(double perSecond, long acknowledged, double rollbackMs, double lagMs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(perSecond, acknowledged, rollbackMs, lagMs, 0, new TreeMap<>()))
                .withMessageContaining("limits must be positive");
    }

    @Test
    void fewerThanNoRollbacksAreRefused() {
        assertThat(obligations(0).rollbacks()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> obligations(-1))
                .withMessageContaining("at least 0, found -1");
    }

    @Test
    void aRunHasTheRolesOfItsKinds() {
        assertThat(manifest(1, 1).has(Role.READ)).isTrue();
        assertThat(manifest(1, 1).has(Role.DELETE)).isFalse();
    }

    @Test
    void whatARunObservesIsWhatItReads() {
        assertThat(obligations(0).systems()).containsExactly("old");
        assertThat(obligations(0).of("old")).isSameAs(obligations(0).of("new"));
    }

    @Test
    void effectsAreRecordedOfTheKindsThatThePlanNames() {
        assertThat(obligations(0).recordsEffectOf("pay")).isTrue();
        assertThat(obligations(0).recordsEffectOf("read")).isFalse();
    }

    @Test
    void hazardsStandInItByTheirNamesAndMayBeLeftOut(@TempDir Path directory) throws IOException {
        RunDirectory run = new RunDirectory(directory);
        manifest(1, 1).write(run);
        assertThat(Manifest.read(run)).isEqualTo(manifest(1, 1));
        String written = Files.readString(run.manifest());
        String without = written.replaceFirst("(?s)\"hazards\" : \\{\\s*\"request-lost\" : 3\\s*},", "");
        assertThat(without).isNotEqualTo(written);
        Files.writeString(run.manifest(), without);
        assertThat(Manifest.read(run).obligations().hazards()).isEmpty();
    }

    private static Manifest manifest(int kinds, int phases) {
        return new Manifest(
                Manifest.SCHEMA,
                "plan",
                1,
                "",
                "",
                "",
                "",
                new Manifest.ClockBase(0, ""),
                new Manifest.Machine(1, 1, "", ""),
                new Manifest.Versions("", ""),
                Collections.nCopies(kinds, new Manifest.Kind("read", Role.READ, null)),
                Collections.nCopies(phases, "phase"),
                List.of("old", "new"),
                obligations(1));
    }

    private static Obligations obligations(int rollbacks) {
        return new Obligations(
                Map.of("old", Reads.NOTHING),
                "old",
                rollbacks,
                false,
                List.of(),
                0,
                List.of(),
                new TreeMap<>(
                        Map.of("payments", new Obligations.Effects(List.of("pay"), "payments.jsonl", false, true))),
                new TreeMap<>(Map.of(
                        "forward",
                        new Obligations.Topic(List.of("pay"), "old", "stream-forward.jsonl", true, 0.0, null))),
                null,
                false,
                false,
                false,
                false,
                List.of(),
                false,
                new TreeMap<>(Map.of(Hazard.REQUEST_LOST, 3L)),
                new Limits(1, 1, 1, 1, 0, new TreeMap<>()));
    }
}
