package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Obligations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of streams against brute force, on random tiny worlds. */
class StreamDifferentialTest {

    @Test
    void theCheckerAgreesWithBruteForce() {
        var differential = new Differential<>(
                Differential.worlds(30_000),
                StreamWorld::arbitrary,
                StreamBruteForce::new,
                Map.of("streams", StreamBruteForce::wrong),
                (checker, bruteForce) -> bruteForce.unknown());
        assertThat(differential.agree())
                .allSatisfy((checker, passed) -> assertThat(passed).as(checker).isGreaterThan(differential.often()));
    }

    /** Each stream again, as plainly as can be, sharing no code with the checker. */
    private record StreamBruteForce(World world) {

        boolean wrong() {
            return StreamWorld.SYSTEMS.stream()
                    .filter(this::whole)
                    .anyMatch(system -> gaps(system) || echoes(system) || amplified(system) || unordered(system));
        }

        boolean unknown() {
            return !new HeldBruteForce(world).atRest()
                    || !StreamWorld.SYSTEMS.stream().allMatch(this::whole)
                    || StreamWorld.SYSTEMS.stream().anyMatch(system -> names(system) == 0 && missing(system) > 0);
        }

        private boolean whole(String system) {
            return StreamWorld.of(world, system)
                            .extent()
                            .partitions()
                            .getFirst()
                            .begin()
                    == 0;
        }

        private Obligations.Topic owed(String system) {
            return Objects.requireNonNull(world.obligations.topics().get(system));
        }

        private List<StreamLog.Entry> entries(String system) {
            return StreamWorld.of(world, system).entries().stream()
                    .filter(entry -> operations().anyMatch(o -> o.id() == entry.operation()))
                    .toList();
        }

        private Stream<Operation> operations() {
            return world.operations.stream();
        }

        private boolean named(String system, Operation o) {
            return entries(system).stream().anyMatch(entry -> entry.operation() == o.id());
        }

        private long names(String system) {
            return operations().filter(o -> named(system, o)).count();
        }

        private boolean has(String system, Operation o) {
            return world.dump(system + "-final").ledger.stream().anyMatch(row -> row.operation() == o.id());
        }

        private boolean accepted(String system, Operation o) {
            return has(system, o) && world.dump(system + "-final").accepted.contains(o.id());
        }

        private boolean acceptedOnlyBy(String system, Operation o) {
            return accepted(system, o) && !accepted(other(system), o);
        }

        private static String other(String system) {
            return system.equals("old") ? "new" : "old";
        }

        private long missing(String system) {
            long copied = system.equals("new") || !world.obligations.bootstrap()
                    ? Long.MIN_VALUE
                    : world.events.stream()
                            .filter(entry -> entry.event() instanceof StepEvent.Ended)
                            .findFirst()
                            .orElseThrow()
                            .ns();
            return operations()
                    .filter(o -> o.outcome() == Outcome.OK && o.kind() <= World.PAY && o.invokedNs() > copied)
                    .filter(o -> acceptedOnlyBy(system, o) && !named(system, o))
                    .count();
        }

        private boolean gaps(String system) {
            return new HeldBruteForce(world).atRest() && names(system) > 0 && missing(system) > 0;
        }

        private boolean echoes(String system) {
            Double limit = owed(system).echoes();
            return limit != null
                    && operations()
                                    .filter(o -> o.outcome() == Outcome.OK && o.attempts() < 2 && named(system, o))
                                    .filter(o -> has(system, o) && !accepted(system, o) && accepted(other(system), o))
                                    .count()
                            > limit * names(system);
        }

        private boolean amplified(String system) {
            Double limit = owed(system).atMost();
            return limit != null && entries(system).size() > limit * names(system);
        }

        private boolean unordered(String system) {
            List<StreamLog.Entry> all = entries(system);
            int size = owed(system).ordered() ? all.size() : 0;
            return IntStream.range(0, size)
                    .anyMatch(late -> IntStream.range(0, late)
                            .anyMatch(early ->
                                    all.get(early).partition() == all.get(late).partition()
                                            && first(all, early)
                                            && first(all, late)
                                            && key(all.get(early)) == key(all.get(late))
                                            && version(system, all.get(late)) > 0
                                            && version(system, all.get(early)) > version(system, all.get(late))));
        }

        private static boolean first(List<StreamLog.Entry> all, int at) {
            return all.subList(0, at).stream()
                    .noneMatch(before -> before.operation() == all.get(at).operation());
        }

        private int key(StreamLog.Entry entry) {
            return find(entry).key();
        }

        private Operation find(StreamLog.Entry entry) {
            return operations()
                    .filter(o -> o.id() == entry.operation())
                    .findFirst()
                    .orElseThrow();
        }

        /** That it made where only this system accepted it; 0 if nobody knows. */
        private long version(String system, StreamLog.Entry entry) {
            Dump dump = world.dump(system + "-final");
            List<Dump.Entry> rows = dump.ledger.stream()
                    .filter(row -> row.operation() == entry.operation())
                    .toList();
            return rows.size() == 1 && dump.known.contains(Ledger.Column.VERSION) && acceptedOnlyBy(system, find(entry))
                    ? rows.getFirst().version()
                    : 0;
        }
    }
}
