package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Interval;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routing changes by which keys move to another side, each from when it was asked for until its answer; one without an answer is none. */
final class Moves {
    private final List<Interval> moves = new ArrayList<>();
    private double share;
    private @Nullable Long askedNs;

    private Moves() {}

    static List<Interval> of(List<LogEntry> log) {
        Moves moves = new Moves();
        log.stream()
                .filter(entry -> entry.event() instanceof RoutingEvent)
                .sorted(Comparator.comparingLong(LogEntry::ns))
                .forEach(entry -> moves.see((RoutingEvent) entry.event(), entry.ns()));
        return moves.moves;
    }

    private void see(RoutingEvent event, long ns) {
        double wanted = onNew(event.mode(), event.newShare());
        if (event instanceof RoutingEvent.Requested) {
            askedNs = wanted == share ? null : Long.valueOf(ns);
            return;
        }
        if (askedNs != null) {
            moves.add(new Interval(askedNs, ns));
        }
        askedNs = null;
        if (event instanceof RoutingEvent.Effective) {
            share = wanted;
        }
    }

    /** The share of keys that new serves. */
    private static double onNew(RoutingMode mode, double newShare) {
        return switch (mode) {
            case OLD, DUAL -> 0;
            case SPLIT -> newShare;
            case NEW -> 1;
        };
    }
}
