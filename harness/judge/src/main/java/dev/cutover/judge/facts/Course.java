package dev.cutover.judge.facts;

import dev.cutover.record.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * The course of a run as its events tell it, in typed intervals: the one place where events of routing, phases, faults and samples are read.
 *
 * @param epochs stretches with one routing in force, in order
 * @param changes from each request for another routing until its answer
 * @param faults from each fault's intent until it was healed
 * @param phases in the order they began
 * @param samples how busy the machine was
 */
public record Course(
        List<Epoch> epochs, List<Change> changes, List<Interval> faults, List<Phase> phases, List<Sample> samples) {
    public Course {
        epochs = List.copyOf(epochs);
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
        phases = List.copyOf(phases);
        samples = List.copyOf(samples);
    }

    /** How keys are routed. */
    public enum Mode {
        OLD,
        DUAL,
        SPLIT,
        NEW;

        private static Optional<Mode> of(String text) {
            return switch (text) {
                case "old" -> Optional.of(OLD);
                case "dual" -> Optional.of(DUAL);
                case "split" -> Optional.of(SPLIT);
                case "new" -> Optional.of(NEW);
                default -> Optional.empty();
            };
        }
    }

    /**
     * From when a routing was declared to be in force until another one was asked for.
     *
     * @param newShare the share of keys asked for on new; only of a split
     * @param follows whether it took the place of the epoch before it, and nothing else was asked for in between
     */
    public record Epoch(Mode mode, double newShare, boolean follows, Interval interval) {
        /** For a person. */
        public String text() {
            String name = mode.name().toLowerCase(Locale.ROOT);
            return mode == Mode.SPLIT ? name + " " + newShare : name;
        }
    }

    /** A request for another routing; {@code mode} is empty if it is none of the four. */
    public record Change(Optional<Mode> mode, Interval interval) {}

    /** A phase; one that did not end lasts for ever. */
    public record Phase(String name, Interval interval) {}

    /** Shares of the machine's processor time in use, and taken away by its host; NaN if not known. */
    public record Sample(String phase, double busy, double stolen) {}

    /** The course that events tell, in whatever order they are given. */
    public static Course of(List<Event> events) {
        List<Event> inOrder =
                events.stream().sorted(Comparator.comparingLong(Event::ns)).toList();
        List<Event> routing = kind(inOrder, "routing");
        return new Course(
                epochs(routing), changes(routing), faults(kind(inOrder, "fault")), phases(inOrder), samples(inOrder));
    }

    /** When anything but old was first asked for, if it was. */
    public OptionalLong leftOldNs() {
        return changes.stream()
                .filter(change -> !change.mode().equals(Optional.of(Mode.OLD)))
                .mapToLong(change -> change.interval().fromNs())
                .findFirst();
    }

    /** Mean share of the machine's processor time in use, or taken away, whichever is higher; of one phase, or of the run if it has no name. */
    public double busy(String phase) {
        List<Sample> wanted = samples.stream()
                .filter(sample -> phase.isEmpty() || sample.phase().equals(phase))
                .toList();
        return Math.max(mean(wanted, Sample::busy), mean(wanted, Sample::stolen));
    }

    private static double mean(List<Sample> samples, ToDoubleFunction<Sample> share) {
        return samples.stream()
                .mapToDouble(share)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }

    private static List<Event> kind(List<Event> events, String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).toList();
    }

    private static List<Epoch> epochs(List<Event> routing) {
        List<Epoch> epochs = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < routing.size(); i++) {
            Event event = routing.get(i);
            Optional<Mode> mode = Mode.of(event.text("mode"));
            if (event.is("routing", "effective") && mode.isPresent()) {
                boolean follows = last >= 0 && i == last + 2;
                epochs.add(new Epoch(mode.get(), event.number("newShare"), follows, untilAsked(routing, i)));
                last = i;
            }
        }
        return epochs;
    }

    /** Where the request for what came next is missing, nobody knows how long this was in force: for no time at all. */
    private static Interval untilAsked(List<Event> routing, int effective) {
        long from = routing.get(effective).ns();
        if (effective + 1 == routing.size()) {
            return new Interval(from, Long.MAX_VALUE);
        }
        Event next = routing.get(effective + 1);
        return new Interval(from, next.is("routing", "requested") ? next.ns() : from);
    }

    private static List<Change> changes(List<Event> routing) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < routing.size(); i++) {
            Event event = routing.get(i);
            if (event.is("routing", "requested")) {
                long until = i + 1 < routing.size() ? routing.get(i + 1).ns() : Long.MAX_VALUE;
                changes.add(new Change(Mode.of(event.text("mode")), new Interval(event.ns(), until)));
            }
        }
        return changes;
    }

    private static List<Interval> faults(List<Event> events) {
        Map<String, Long> active = new HashMap<>();
        List<Interval> faults = new ArrayList<>();
        for (Event event : events) {
            String id = event.text("id");
            switch (event.text("state")) {
                case "intent", "injected", "verified" -> active.putIfAbsent(id, event.ns());
                case "healed" -> {
                    Long since = active.remove(id);
                    faults.add(new Interval(since == null ? Long.MIN_VALUE : since, event.ns()));
                }
                default -> {}
            }
        }
        active.values().forEach(since -> faults.add(new Interval(since, Long.MAX_VALUE)));
        return faults;
    }

    private static List<Phase> phases(List<Event> events) {
        Map<String, Long> ends = new HashMap<>();
        events.stream()
                .filter(event -> event.is("phase", "end"))
                .forEach(event -> ends.putIfAbsent(event.text("phase"), event.ns()));
        return events.stream()
                .filter(event -> event.is("phase", "begin"))
                .map(event -> new Phase(
                        event.text("phase"),
                        new Interval(event.ns(), ends.getOrDefault(event.text("phase"), Long.MAX_VALUE))))
                .toList();
    }

    private static List<Sample> samples(List<Event> events) {
        return kind(events, "sample").stream()
                .map(event -> new Sample(event.text("phase"), event.number("busy"), event.number("stolen")))
                .toList();
    }
}
