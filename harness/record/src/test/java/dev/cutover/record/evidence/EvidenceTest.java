package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void rollbacksComeInTheOrderInWhichTheyWereRead() {
        TreeMap<String, StateDump> dumps = new TreeMap<>();
        dump(dumps, "old", "rollback", 1);
        dump(dumps, "old", "rollback-10", 3);
        dump(dumps, "old", "rollback-2", 2);
        dump(dumps, "old", "rollbacked", 4);
        dump(dumps, "new", "rollback", 5);
        dump(dumps, "old", "final", 6);
        assertThat(evidence(dumps).rollbackDumps())
                .extracting(StateDump::moment)
                .containsExactly("rollback", "rollback-2", "rollback-10");
    }

    @Test
    void eventsOfOneTypeAreFoundWithAndWithoutTheirTimes() {
        Evidence evidence = evidence(new TreeMap<>());
        assertThat(evidence.events(RunEvent.Ended.class)).containsExactly(new RunEvent.Ended());
        assertThat(evidence.entries(RunEvent.Ended.class))
                .extracting(LogEntry::ns)
                .containsExactly(9L);
        assertThat(evidence.entries(PhaseEvent.class)).extracting(LogEntry::ns).containsExactly(7L);
    }

    @Test
    void whatWasDroppedIsCountedForAllReasons() {
        assertThat(new Comparisons(9, 4, 4, 0, new TreeMap<>(Map.of("version", 2L, "late", 3L)), new TreeMap<>())
                        .notCompared())
                .isEqualTo(5);
    }

    @Test
    void onlyAnAnswerBetween200And299HadItsEffect() {
        assertThat(List.of(199, 200, 299, 300))
                .extracting(status -> new EffectCall(1, 1, "1", "old", "o1", "5", status).done())
                .containsExactly(false, true, true, false);
    }

    @Test
    void anOperationComesBackAsItWasAdded() {
        Operation operation =
                new Operation(11, 2, 1, 7, Outcome.REFUSED, 5, 9, 3, 4, ServedBy.NEW.code(), 55, 12, 1504, 3, 0b101);
        Operation other = Operation.of(12, 0, 8, Outcome.INVOKED, 6, Long.MAX_VALUE);
        History history = History.of(
                List.of(operation, other),
                List.of(
                        new Manifest.Kind("place-order", Role.APPEND, null),
                        new Manifest.Kind("read-orders", Role.READ, null)));
        assertThat(history.operation(0)).isEqualTo(operation);
        assertThat(history.operation(1)).isEqualTo(other);
        assertThat(history.ids()).containsExactly(11L, 12L);
        assertThat(List.of(history.key(0), history.version(0), history.attempts(0), history.phaseInvoked(0)))
                .containsExactly(7, 12, 3, 3);
        assertThat(history.invokedNs(0)).isEqualTo(5);
        assertThat(history.returnedNs(0)).isEqualTo(history.endedNs(0)).isEqualTo(9);
        assertThat(history.servedBy(0)).isEqualTo(ServedBy.NEW);
        assertThat(history.cause(0)).isEqualTo((short) 1504);
        assertThat(history.faultMask(0)).isEqualTo(0b101);
        assertThat(history.subject(0)).isEqualTo(55);
        assertThat(history.outcome(0)).isEqualTo(Outcome.REFUSED);
        assertThat(history.ok(0) || history.unknown(0) || !history.refused(0)).isFalse();
    }

    private static Evidence evidence(Map<String, StateDump> dumps) {
        List<LogEntry> log = List.of(
                new LogEntry(1, 7, Instant.EPOCH, new PhaseEvent.Began("dual", 0)),
                new LogEntry(2, 9, Instant.EPOCH, new RunEvent.Ended()));
        return new Evidence(
                "run",
                SavedRun.manifest(),
                History.of(List.of(), List.of()),
                log,
                List.of(),
                new TreeMap<>(dumps),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                Map.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                null,
                null,
                0,
                new TreeMap<>());
    }

    private static void dump(Map<String, StateDump> dumps, String system, String moment, long ns) {
        dumps.put(
                system + "-" + moment,
                new StateDump(
                        system,
                        moment,
                        ns,
                        ns,
                        true,
                        "",
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>()));
    }
}
