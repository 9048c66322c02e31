package dev.cutover.record.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RunEvent;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsOfRunTest {
    private static final FaultEvent INTENDED = new FaultEvent.Intended("f", "down", "a->b", "dual", 0, null);
    private static final FaultEvent INJECTED = new FaultEvent.Injected("f", "down", "a->b", "dual");
    private static final FaultEvent VERIFIED = new FaultEvent.Verified("f", "down", "a->b", "dual", "refused");
    private static final FaultEvent NOT_VERIFIED = new FaultEvent.NotVerified("f", "down", "a->b", "dual", "answered");
    private static final FaultEvent HEALED = new FaultEvent.Healed("f", "down", "a->b", "dual", null);
    private static final FaultEvent HEAL_FAILED = new FaultEvent.HealFailed("f", "down", "a->b", "dual", "still down");

    @Test
    void aFaultThatWentAsPlanned() {
        assertFault(2L, 4L, true, "refused", INTENDED, INJECTED, VERIFIED, HEALED);
    }

    @Test
    void aFaultThatCameToNothing() {
        assertFault(null, null, false, "", INTENDED);
        assertFault(2L, null, false, "answered", INTENDED, INJECTED, NOT_VERIFIED);
    }

    @Test
    void whatProvedAFaultStaysEvenIfItCouldNotBeHealed() {
        assertFault(2L, null, true, "refused", INTENDED, INJECTED, VERIFIED, HEAL_FAILED);
        assertFault(2L, 5L, true, "refused", INTENDED, INJECTED, VERIFIED, HEAL_FAILED, HEALED);
        assertFault(2L, null, false, "still down", INTENDED, INJECTED, HEAL_FAILED);
    }

    @Test
    void faultsComeInTheOrderInWhichTheyBegan() {
        FaultEvent other = new FaultEvent.Intended("e", "down", "a->b", "dual", 1, null);
        assertThat(FaultsOfRun.of(IntStream.range(0, 4)
                        .mapToObj(i -> entry(i, new Event[] {INTENDED, other, new RunEvent.Ended(), INJECTED}[i]))
                        .toList()))
                .extracting(VerdictReport.Fault::id)
                .containsExactly("f", "e");
    }

    private static void assertFault(
            @Nullable Long injectedNs,
            @Nullable Long healedNs,
            boolean verified,
            String evidence,
            FaultEvent... events) {
        assertThat(FaultsOfRun.of(IntStream.range(0, events.length)
                        .mapToObj(i -> entry(i + 1, events[i]))
                        .toList()))
                .containsExactly(new VerdictReport.Fault(
                        "f", "down", "a->b", "dual", injectedNs, healedNs, verified, evidence, null));
    }

    private static LogEntry entry(int ns, Event event) {
        return new LogEntry(ns, ns, Instant.EPOCH, event);
    }
}
