package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of reads' content against brute force, on random tiny worlds. */
class ContentDifferentialTest {

    @Test
    void theCheckerAgreesWithBruteForce() {
        var differential = new Differential<>(
                Differential.worlds(30_000),
                ContentWorld::arbitrary,
                world -> world,
                Map.of("content", ContentDifferentialTest::contradicts),
                (checker, world) -> false);
        assertThat(differential.agree())
                .allSatisfy((checker, passed) -> assertThat(passed).as(checker).isGreaterThan(differential.often()));
    }

    private static boolean contradicts(World world) {
        List<Operation> reads = world.operations.stream()
                .filter(o -> o.kind() == World.READ && o.outcome() == Outcome.OK && o.version() > 0)
                .toList();
        return reads.stream()
                .anyMatch(a -> reads.stream()
                        .filter(b -> a.key() == b.key() && a.version() == b.version())
                        .anyMatch(b -> contradict(told(world, a), told(world, b))));
    }

    private static boolean contradict(@Nullable Content one, @Nullable Content other) {
        return one != null && other != null && one.question() == other.question() && one.content() != other.content();
    }

    /** What was noted last. */
    private static @Nullable Content told(World world, Operation read) {
        return world.contents.stream()
                .filter(told -> told.operation() == read.id())
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
