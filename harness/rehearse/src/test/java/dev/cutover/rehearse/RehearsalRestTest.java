package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.verdict.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal that cannot be brought to rest, or not be observed, or is interrupted: what there is is saved, and never GO. */
class RehearsalRestTest extends ScriptedRehearsal {

    @Test
    void aSentinelThatIsLost() {
        world().at("lost sentinel", () -> {});
        rehearse();
        assertIncomplete("no-acknowledged-loss", "lost forward", "Failed QUIESCE");
    }

    @Test
    void aSentinelThatCannotBeSentStillLeavesTheDumps() {
        world().at("sentinel", () -> {
            throw new IllegalStateException("no broker");
        });
        rehearse();
        assertIncomplete("no-acknowledged-loss", "lost forward", "Observed old-final", "Observed new-final");
    }

    @Test
    void aDumpThatCannotBeRead() {
        world().at("final new-db", () -> {
            throw new IOException("connection reset");
        });
        rehearse();
        assertIncomplete("agreement", "Observed old-final", "not observed new-final");
    }

    @Test
    void aStateThatStillMovesIsNotFinal() {
        int[] reads = {0};
        // Ledger and orders for the dump; the third time, the ledger is read again.
        world().at("final old-db", () -> {
            reads[0]++;
            if (reads[0] == 3) {
                world().arriveLate();
            }
        });
        rehearse();
        assertIncomplete("agreement", "not observed old-final", "not observed new-final");
    }

    @Test
    void topicsThatCannotBeReadAreToldAndNothingIsJudgedByThem() {
        world().at("topics", () -> {
            throw new IllegalStateException("no broker");
        });
        rehearse();
        assertThat(recorded())
                .containsSubsequence("not observed topics", "Observed dead-letters")
                .endsWith("Ended");
        assertThat(unknown()).isEmpty();
    }

    @Test
    void ofAStreamOnlyTheOperationsAreKept() throws IOException {
        rehearse();
        assertThat(run.observed().resolve("stream-forward.jsonl")).content().isEqualTo("""
                        {"partition":0,"offset":0,"operation":"1"}
                        {"partition":0,"offset":1}
                        {"extent":{"topic":"forward","cleanup":"delete","records":2,"partitions":[{"partition":0,"begin":0,"read":2,"end":2}]}}
                        """);
    }

    @Test
    void aTornStreamCountsAsDamaged() {
        world().at("stream", () -> {
            throw new IllegalStateException("no broker");
        });
        rehearse();
        assertThat(recorded()).contains("not observed stream-forward").endsWith("Ended");
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.STREAMS)).contains("0 records");
    }

    @Test
    void comparisonsThatCannotBeRead() {
        world().at("comparisons", () -> {
            throw new IllegalStateException("the bridge is down");
        });
        rehearse();
        assertIncomplete("comparisons", "not observed comparisons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"environment", "load", "phase dual", "routing-thread", "sentinel", "final old-db", "topics"})
    void anInterruptionStopsEverythingAndSavesWhatThereIs(String point) {
        Thread rehearsing = Thread.currentThread();
        if (point.equals("routing-thread")) {
            world().at("routing", () -> {
                rehearsing.interrupt();
                world().waitUntilOver();
            });
        } else {
            world().at(point, rehearsing::interrupt);
        }
        rehearse();
        assertThat(thrown).isInstanceOf(InterruptedException.class);
        assertThat(recorded()).endsWith("Interrupted").doesNotContain("Ended");
        assertThat(run.checksums()).exists();
        assertThat(world().rest).endsWith("closed");
        if (!point.equals("environment")) {
            assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
        }
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
