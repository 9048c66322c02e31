package dev.cutover.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A schedule decides everything that happens, and can be shrunk")
class ScheduleTest {
    private static final Course COURSE = Courses.whole();
    private static final Cell CELL = new Cell("half", FaultKind.LOSE_ANSWER);

    @Test
    void the_same_schedule_has_the_same_history() {
        Schedule schedule = new Schedule(CELL, 7, null);

        assertThat(text(schedule)).isEqualTo(text(schedule));
        assertThat(text(schedule)).isNotEqualTo(text(new Schedule(CELL, 8, null)));
    }

    @Test
    void leaving_out_an_operation_leaves_the_others_what_they_are() {
        Judged all = Judged.of(COURSE, new Schedule(CELL, 7, null));
        Set<Integer> few = all.operations().stream().limit(20).collect(Collectors.toSet());

        Judged less = Judged.of(COURSE, new Schedule(CELL, 7, few, null, null));

        assertThat(less.operations()).isEqualTo(few);
        IntStream.range(0, 20)
                .forEach(i -> assertThat(less.evidence().history().operation(i).invokedNs())
                        .isEqualTo(all.evidence().history().operation(i).invokedNs()));
    }

    @Test
    void a_failing_one_is_shrunk_to_less_that_fails_alike() {
        Judged failing = failing(Defect.OK_ON_TIMEOUT);

        Judged small = Shrink.of(COURSE, failing);

        assertThat(small.operations()).hasSizeLessThan(failing.operations().size() / 4);
        assertThat(small.faults()).isSubsetOf(failing.faults());
        assertThat(accusing(small)).containsAnyElementsOf(accusing(failing));
        Judged again = Judged.of(COURSE, small.schedule());
        assertThat(again.findings()).isEqualTo(small.findings());
    }

    @Test
    void without_its_faults_a_defect_that_needs_them_is_not_seen() {
        Judged failing = failing(Defect.OK_ON_TIMEOUT);

        Judged calm = Judged.of(
                COURSE,
                new Schedule(
                        failing.schedule().cell(), failing.schedule().seed(), null, Set.of(), Defect.OK_ON_TIMEOUT));

        assertThat(calm.verdict()).isEqualTo(Verdict.GO);
        assertThat(calm.acted()).isZero();
    }

    @Test
    void cells_have_names() {
        assertThat(Cell.named("half/lose-answer", COURSE)).containsExactly(CELL);
        assertThat(Cell.named("half/", COURSE)).hasSize(FaultKind.values().length);
        assertThat(Cell.named("/freeze", COURSE)).hasSize(COURSE.phases().size());
        assertThatThrownBy(() -> Cell.named("third/freeze", COURSE))
                .hasMessageContaining("no cell is called 'third/freeze'")
                .hasMessageContaining("ten-percent");
    }

    private static Judged failing(Defect defect) {
        return IntStream.range(0, 500)
                .mapToObj(seed -> Judged.of(COURSE, new Schedule(CELL, seed, defect)))
                .filter(judged -> !judged.accusing().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> accusing(Judged judged) {
        return judged.accusing().stream().map(Finding::checker).toList();
    }

    /** All that the judge takes, as a text. */
    private static String text(Schedule schedule) {
        Evidence evidence = Judged.of(COURSE, schedule).evidence();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < evidence.history().size(); i++) {
            text.append(evidence.history().operation(i)).append('\n');
        }
        evidence.log().forEach(entry -> text.append(entry).append('\n'));
        evidence.effects().forEach((name, calls) -> text.append(name).append(calls));
        evidence.dumps().forEach((name, dump) -> {
            text.append(name).append(dump.entities()).append(dump.totals()).append(dump.asked());
            dump.applied().values().forEach(ledger -> rows(ledger, text));
        });
        return text.toString();
    }

    private static void rows(Ledger ledger, StringBuilder text) {
        for (int row = 0; row < ledger.size(); row++) {
            text.append(ledger.operation(row))
                    .append(' ')
                    .append(ledger.version(row))
                    .append(' ')
                    .append(ledger.accepted(row))
                    .append('\n');
        }
    }
}
