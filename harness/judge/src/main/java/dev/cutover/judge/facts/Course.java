package dev.cutover.judge.facts;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.ServedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run as its events tell it, in typed intervals: the one place where events of routing, phases,
 * faults and samples are read.
 *
 * @param epochs stretches with one routing in force, in order
 * @param changes from each request for another routing until its answer
 * @param faults from each fault's intent until it was healed
 * @param phases in the order they began
 * @param samples how busy the machine was
 */
public record Course(
        List<Epoch> epochs, List<Change> changes, List<Interval> faults, List<Phase> phases, List<Sampled> samples) {
    private static final long SECOND = 1_000_000_000L;

    public Course {
        epochs = List.copyOf(epochs);
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
        phases = List.copyOf(phases);
        samples = List.copyOf(samples);
    }

    /**
     * From when a routing was declared to be in force until another one was asked for.
     *
     * @param newShare the share of keys asked for on new; only of a split
     * @param follows whether it took the place of the epoch before it, and nothing else was asked for in between
     */
    public record Epoch(RoutingMode mode, double newShare, boolean follows, Interval interval) {
        /** For a person. */
        public String text() {
            return mode == RoutingMode.SPLIT ? mode.text() + " " + newShare : mode.text();
        }

        /** Who has all keys; nobody where both have some. */
        public ServedBy owner() {
            return switch (mode) {
                case OLD, DUAL -> ServedBy.OLD;
                case NEW -> ServedBy.NEW;
                case SPLIT -> newShare == 0 ? ServedBy.OLD : newShare == 1 ? ServedBy.NEW : ServedBy.NOBODY;
            };
        }
    }

    /** A request for another routing, until its answer. */
    public record Change(RoutingMode mode, Interval interval) {}

    /** What was measured of the second before. */
    public record Sampled(long ns, Sample sample) {}

    /** A phase; one that did not end lasts for ever. */
    public record Phase(String name, Interval interval) {}

    /** The course that a log tells. */
    public static Course of(List<LogEntry> log) {
        List<LogEntry> inOrder =
                log.stream().sorted(Comparator.comparingLong(LogEntry::ns)).toList();
        List<LogEntry> routing = of(inOrder, RoutingEvent.class);
        return new Course(
                epochs(routing),
                changes(routing),
                faults(of(inOrder, FaultEvent.class)),
                phases(of(inOrder, PhaseEvent.class)),
                of(inOrder, Sample.class).stream()
                        .map(entry -> new Sampled(entry.ns(), (Sample) entry.event()))
                        .toList());
    }

    private static List<LogEntry> of(List<LogEntry> log, Class<? extends Event> type) {
        return log.stream().filter(entry -> type.isInstance(entry.event())).toList();
    }

    /** When anything but old was first asked for, if it was. */
    public OptionalLong leftOldNs() {
        return changes.stream()
                .filter(change -> change.mode() != RoutingMode.OLD)
                .mapToLong(change -> change.interval().fromNs())
                .findFirst();
    }

    /**
     * Mean share of the machine's processor time in use, or taken away, whichever is higher; of one phase, or of the
     * run if it has no name.
     */
    public double busy(String phase) {
        return busy(sampled -> phase.isEmpty() || sampled.sample().phase().equals(phase));
    }

    /** The same of the seconds that begin at these instants, by what was measured of most of each. */
    public double busyIn(Collection<Long> secondsNs) {
        return busy(sampled -> secondsNs.stream().anyMatch(begin -> {
            long since = sampled.ns() - begin;
            return since >= SECOND / 2 && since < 3 * SECOND / 2;
        }));
    }

    private double busy(Predicate<Sampled> wanted) {
        List<Sample> measured =
                samples.stream().filter(wanted).map(Sampled::sample).toList();
        return Math.max(mean(measured, Sample::busy), mean(measured, Sample::stolen));
    }

    private static double mean(List<Sample> samples, Function<Sample, @Nullable Double> share) {
        return samples.stream()
                .map(share)
                .filter(Objects::nonNull)
                .mapToDouble(known -> known)
                .average()
                .orElse(0);
    }

    private static List<Epoch> epochs(List<LogEntry> routing) {
        List<Epoch> epochs = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < routing.size(); i++) {
            if (routing.get(i).event() instanceof RoutingEvent.Effective effective) {
                boolean follows = last >= 0 && i == last + 2;
                epochs.add(new Epoch(effective.mode(), effective.newShare(), follows, untilAsked(routing, i)));
                last = i;
            }
        }
        return epochs;
    }

    /** Where the request for what came next is missing, nobody knows how long this was in force: for no time at all. */
    private static Interval untilAsked(List<LogEntry> routing, int effective) {
        long from = routing.get(effective).ns();
        if (effective + 1 == routing.size()) {
            return new Interval(from, Long.MAX_VALUE);
        }
        LogEntry next = routing.get(effective + 1);
        return new Interval(from, next.event() instanceof RoutingEvent.Requested ? next.ns() : from);
    }

    private static List<Change> changes(List<LogEntry> routing) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < routing.size(); i++) {
            if (routing.get(i).event() instanceof RoutingEvent.Requested asked) {
                long until = i + 1 < routing.size() ? routing.get(i + 1).ns() : Long.MAX_VALUE;
                changes.add(new Change(asked.mode(), new Interval(routing.get(i).ns(), until)));
            }
        }
        return changes;
    }

    private static List<Interval> faults(List<LogEntry> log) {
        SortedMap<String, Long> active = new TreeMap<>();
        List<Interval> faults = new ArrayList<>();
        for (LogEntry entry : log) {
            FaultEvent event = (FaultEvent) entry.event();
            switch (event) {
                case FaultEvent.Intended begun -> active.putIfAbsent(begun.id(), entry.ns());
                case FaultEvent.Injected begun -> active.putIfAbsent(begun.id(), entry.ns());
                case FaultEvent.Verified begun -> active.putIfAbsent(begun.id(), entry.ns());
                case FaultEvent.Healed healed -> {
                    Long since = active.remove(healed.id());
                    faults.add(new Interval(since == null ? Long.MIN_VALUE : since, entry.ns()));
                }
                case FaultEvent.NotVerified unused -> {}
                case FaultEvent.HealFailed unused -> {}
            }
        }
        active.values().forEach(since -> faults.add(new Interval(since, Long.MAX_VALUE)));
        return faults;
    }

    private static List<Phase> phases(List<LogEntry> log) {
        SortedMap<String, Long> ends = new TreeMap<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof PhaseEvent.Ended ended) {
                ends.putIfAbsent(ended.phase(), entry.ns());
            }
        }
        List<Phase> phases = new ArrayList<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof PhaseEvent.Began began) {
                long until = ends.getOrDefault(began.phase(), Long.MAX_VALUE);
                phases.add(new Phase(began.phase(), new Interval(entry.ns(), until)));
            }
        }
        return phases;
    }
}
