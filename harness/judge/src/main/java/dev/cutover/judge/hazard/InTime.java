package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Interval;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.FaultsOfRun;
import dev.cutover.record.verdict.VerdictReport.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What was under way while data were copied and keys moved. Who only touches an edge is not counted; neither is an operation that never ended. */
final class InTime {
    private final Facts facts;
    private final History history;

    InTime(Facts facts) {
        this.facts = facts;
        this.history = facts.history();
    }

    long writesInsideTheCopy() {
        List<Interval> copies = copies();
        long inside = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.ok(i) && history.isWrite(i)) {
                long from = history.invokedNs(i);
                long until = history.endedNs(i);
                inside += copies.stream().anyMatch(copy -> copy.contains(from, until)) ? 1 : 0;
            }
        }
        return inside;
    }

    long faultsInsideTheCopy() {
        return faultsIn(copies());
    }

    long faultsDuringAMove() {
        return faultsIn(Moves.of(facts.evidence().log()));
    }

    /** Operations that were sent so often or oftener. */
    long inFlightAtAMove(int attempts) {
        long[] instants = Moves.of(facts.evidence().log()).stream()
                .flatMapToLong(move -> LongStream.of(move.fromNs(), move.untilNs()))
                .sorted()
                .toArray();
        long inFlight = 0;
        for (int i = 0; i < history.size(); i++) {
            boolean wanted = history.attempts(i) >= attempts && history.endedNs(i) != Long.MAX_VALUE;
            inFlight += wanted && spans(history.invokedNs(i), history.endedNs(i), instants) ? 1 : 0;
        }
        return inFlight;
    }

    /** Whether any of the instants lies between the two. */
    private static boolean spans(long from, long until, long[] instants) {
        int at = Arrays.binarySearch(instants, from + 1);
        int next = at >= 0 ? at : -at - 1;
        return next < instants.length && instants[next] < until;
    }

    private long faultsIn(List<Interval> intervals) {
        return FaultsOfRun.of(facts.evidence().log()).stream()
                .filter(Fault::verified)
                .filter(fault -> intervals.stream().anyMatch(interval -> overlap(fault, interval)))
                .count();
    }

    private static boolean overlap(Fault fault, Interval interval) {
        Long from = fault.injectedNs();
        Long until = fault.healedNs();
        return from != null && until != null && from < interval.untilNs() && until > interval.fromNs();
    }

    private List<Interval> copies() {
        List<Interval> copies = new ArrayList<>();
        long since = Long.MAX_VALUE;
        for (LogEntry entry : facts.evidence().entries(StepEvent.class).toList()) {
            StepEvent event = (StepEvent) entry.event();
            if (event.step() != Step.BOOTSTRAP) {
                continue;
            }
            if (event instanceof StepEvent.Began) {
                since = entry.ns();
            } else if (since <= entry.ns()) {
                copies.add(new Interval(since, entry.ns()));
                since = Long.MAX_VALUE;
            }
        }
        return copies;
    }
}
