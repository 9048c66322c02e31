package dev.cutover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A right bridge and sync, simulated, are GO whatever happens")
class RightWorldTest {
    private static final Course COURSE = Courses.whole();
    private static final List<Cell> CELLS = Cell.all(COURSE);

    @Test
    void in_every_cell() {
        Simulation.Result result = run(3 * CELLS.size(), 1, null);

        assertThat(failing(result)).isEmpty();
        assertThat(result.cells())
                .hasSize(COURSE.phases().size() * FaultKind.values().length)
                .allSatisfy(cell -> assertThat(cell.go()).isEqualTo(3));
        assertThat(result.cells().stream().mapToInt(Simulation.Tally::acted).sum())
                .as("schedules in which a fault did something")
                .isGreaterThan(2 * CELLS.size());
    }

    @Test
    void though_they_go_back_twice() {
        Course course = Courses.backTwice();
        List<Cell> cells = Cell.all(course);
        Schedule first = new Schedule(cells.getFirst(), 1, null);
        Judged judged = Judged.of(course, first);

        assertThat(judged.evidence().rollbackDumps())
                .extracting(StateDump::name)
                .containsExactly("old-rollback", "old-rollback-2");
        assertThat(failing(Simulation.run(course, cells, cells.size(), 1, first, unused -> {})))
                .isEmpty();
    }

    @Test
    @Tag("nightly")
    void in_ten_thousand_schedules() {
        assertThat(failing(run(10_000, 100_000, null))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDS_AGAIN_ITSELF", "ABORTS_FIRST_ATTEMPTS", "LEAVES_REQUESTS_IN_FLIGHT"})
    void however_odd_they_are(Defect odd) {
        assertThat(odd.caughtBy()).isEmpty();
        assertThat(failing(run(CELLS.size(), 5_000, odd))).isEmpty();
    }

    @Test
    void though_clients_are_left_in_doubt_and_refused() {
        Set<Outcome> outcomes = new TreeSet<>();
        Set<Integer> attempts = new TreeSet<>();
        IntStream.range(0, CELLS.size()).forEach(seed -> {
            var history = Judged.of(COURSE, new Schedule(CELLS.get(seed), seed, null))
                    .evidence()
                    .history();
            IntStream.range(0, history.size()).forEach(i -> {
                outcomes.add(history.outcome(i));
                attempts.add(history.attempts(i));
            });
        });
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.OK, Outcome.REFUSED, Outcome.UNKNOWN);
        assertThat(attempts).contains(1, 2, 3);
    }

    @Test
    void though_something_crashes_at_every_point() {
        List<Cell> crashes =
                CELLS.stream().filter(cell -> cell.fault().crashes() != null).toList();
        Set<String> reached = new TreeSet<>();
        IntStream.range(0, 8 * crashes.size())
                .mapToObj(seed -> Judged.of(COURSE, new Schedule(crashes.get(seed % crashes.size()), seed, null)))
                .forEach(judged -> judged.evidence()
                        .events(FaultEvent.Healed.class)
                        .map(healed -> String.valueOf(healed.evidence()))
                        .forEach(reached::add));

        assertThat(reached)
                .containsAll(Stream.of(CrashPoint.values())
                        .map(point -> "crashed at " + point)
                        .toList());
    }

    private static Simulation.Result run(int schedules, long seed, @Nullable Defect defect) {
        return Simulation.run(
                COURSE, CELLS, schedules, seed, new Schedule(CELLS.getFirst(), seed, defect), unused -> {});
    }

    /** What is wrong with the worst, if anything is. */
    private static List<String> failing(Simulation.Result result) {
        Judged worst = result.worst();
        if (worst == null) {
            return List.of();
        }
        assertThat(worst.verdict()).isNotEqualTo(Verdict.GO);
        return worst.deciding().stream()
                .map(finding -> worst.schedule() + " " + finding.checker() + ": " + finding.message())
                .toList();
    }
}
