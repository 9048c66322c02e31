package dev.cutover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Each seeded defect is found in some schedule, by the checker that must find it")
class DefectsTest {
    private static final Course COURSE = Courses.whole();
    private static final int MOST = 1_500;

    static Stream<Defect> wrong() {
        return Stream.of(Defect.values()).filter(defect -> !defect.caughtBy().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void is_found(Defect defect) {
        List<Cell> cells = Cell.named(where(defect), COURSE);
        Set<String> accusing = new TreeSet<>();
        for (int i = 0; i < MOST && accusing.stream().noneMatch(defect.caughtBy()::contains); i++) {
            Judged.of(COURSE, new Schedule(cells.get(i % cells.size()), i, defect)).accusing().stream()
                    .map(Finding::checker)
                    .forEach(accusing::add);
        }
        assertThat(accusing).as("accused in " + cells).containsAnyElementsOf(defect.caughtBy());
    }

    /** What it takes for some to do harm; the others do it anywhere. */
    private static String where(Defect defect) {
        return switch (defect) {
            case SKIPS_THE_FENCE, FORGETS_EPOCHS -> "/freeze";
            case KEEPS_ROUTING_IN_MEMORY -> "/crash-bridge";
            case OFFSET_BEFORE_APPLY -> "/crash-sync";
            case AWAITS_THREE_PARTITIONS -> "rollback/";
            default -> "";
        };
    }
}
