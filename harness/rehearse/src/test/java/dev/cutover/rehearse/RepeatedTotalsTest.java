package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.record.event.Observed;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.evidence.TotalRead;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Totals that hold at every instant are read again and again, from before the first operation until all has come to rest. */
class RepeatedTotalsTest extends ScriptedRehearsal {
    private final AtomicInteger times = new AtomicInteger();

    @Test
    void ofEverySystemUntilAllHasComeToRest() {
        world().at("sum early new-db", times::incrementAndGet);
        world().beforePhase("dual", this::untilReadTwice);
        world().at("sum final new-db", times::incrementAndGet);
        world().at("sentinel", this::untilReadTwice);
        rehearse();
        List<TotalRead> read = EvidenceReader.read(run).totals();
        assertThat(read)
                .hasSizeGreaterThan(8)
                .allSatisfy(one -> assertThat(one.value()).isEqualByComparingTo("10"))
                .extracting(TotalRead::system)
                .contains("old", "new");
        assertThat(read).extracting(TotalRead::total).containsOnly("credit");
        assertThat(observed().reason()).isEmpty();
        assertThat(recorded()).containsSubsequence("Ended QUIESCE", "Observed totals", "Began OBSERVE");
    }

    private void untilReadTwice() {
        int before = times.get();
        await().until(() -> times.get() > before + 1);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTriedAgain() {
        world().at("sum early new-db", () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("it is down");
            }
        });
        world().beforePhase("dual", () -> await().until(() -> times.get() > 1));
        rehearse();
        assertThat(EvidenceReader.read(run).totals())
                .filteredOn(read -> read.system().equals("new"))
                .isNotEmpty();
        assertThat(observed().complete()).isTrue();
    }

    @Test
    void whatCanNeverBeReadIsTold() {
        for (String moment : List.of("early", "final")) {
            world().at("sum " + moment + " new-db", () -> {
                throw new IllegalStateException("no such table");
            });
        }
        rehearse();
        assertThat(EvidenceReader.read(run).totals())
                .extracting(TotalRead::system)
                .containsOnly("old");
        assertThat(observed().reason())
                .startsWith("observe.new.totals: ")
                .contains("no such table")
                .doesNotContain("observe.old");
        assertThat(unknown()).contains("conservation");
    }

    private Observed observed() {
        return events(Observed.class).stream()
                .filter(one -> one.name().equals("totals"))
                .findFirst()
                .orElseThrow();
    }
}
