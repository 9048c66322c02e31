package dev.cutover.reports.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The events of a sample run. */
final class Events {
    private static final Instant BASE = Instant.parse("2026-11-22T18:14:03Z");

    private final List<Timed> events = new ArrayList<>();
    private final Random random = new Random(7);
    private long epoch = 1;
    private int onNew;

    private record Timed(long ns, Event event) {}

    static void write(Path file, long endNs) throws IOException {
        Events events = new Events();
        events.at(Schedule.ORIGIN - 14 * Schedule.SECOND, new RunEvent.Started());
        events.at(Schedule.ORIGIN - Schedule.SECOND, new StepEvent.Ended(Step.ENVIRONMENT, 12_940.2, ""));
        Schedule.phases().forEach(events::phase);
        long end = Schedule.phases().getLast().endNs();
        events.at(end, new SentinelEvent("new-to-old", true, 212.0, null));
        events.at(end + 1, new RunEvent.Ended());
        events.events.sort(Comparator.comparingLong(Timed::ns));
        events.written(file, endNs);
    }

    /** The real writer takes its times from the clock; a sample has others. */
    private void written(Path file, long endNs) throws IOException {
        List<Timed> shown = events.stream().filter(timed -> timed.ns() <= endNs).toList();
        try (FileEventLog log = FileEventLog.open(file)) {
            shown.forEach(timed -> log.record(timed.event()));
        }
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            long ns = shown.get(lines.size()).ns();
            ObjectNode json = (ObjectNode) Json.MAPPER.readTree(line);
            json.put("ns", ns).put("at", BASE.plusNanos(ns - Schedule.ORIGIN).toString());
            lines.add(json.toString());
        }
        Files.write(file, lines);
    }

    private void phase(Schedule.Phase phase) {
        String id = phase.name() + "-1";
        String fault = phase.fault().name();
        String target = phase.fault().target();
        at(phase.beginNs(), new PhaseEvent.Began(phase.name(), phase.index()));
        at(phase.endNs() - 1, new PhaseEvent.Ended(phase.name(), phase.index()));
        at(phase.injectedNs() - 1, new FaultEvent.Intended(id, fault, target, phase.name(), 0, null));
        at(phase.injectedNs(), new FaultEvent.Injected(id, fault, target, phase.name()));
        at(phase.injectedNs() + 1, new FaultEvent.Verified(id, fault, target, phase.name(), "3 probes were refused"));
        at(phase.healedNs(), new FaultEvent.Healed(id, fault, target, phase.name(), null));
        RoutingMode mode = phase.route().mode();
        if (mode != null) {
            routing(phase, mode);
        }
        for (long ns = phase.beginNs(); ns < phase.endNs(); ns += Schedule.SECOND) {
            at(ns, sample(phase, ns));
        }
    }

    private void routing(Schedule.Phase phase, RoutingMode mode) {
        double share = phase.route().newShare();
        boolean rollback = phase.name().equals("rollback");
        at(phase.beginNs() + Schedule.SECOND, new RoutingEvent.Requested(mode, share, rollback));
        int target = (int) Math.ceil(64 * share);
        List<RoutingEvent.Move> moves = new ArrayList<>();
        for (int bucket = Math.min(onNew, target); bucket < Math.max(onNew, target); bucket++) {
            moves.add(move(bucket, target > onNew));
        }
        onNew = target;
        at(phase.beginNs() + (long) 1.3e9, new RoutingEvent.Effective(mode, share, ++epoch, 640.5, rollback, moves));
    }

    private RoutingEvent.Move move(long bucket, boolean forward) {
        double hold = 18 * Math.exp(0.8 * Math.abs(random.nextGaussian()));
        return new RoutingEvent.Move(
                bucket, forward ? "old" : "new", forward ? "new" : "old", ++epoch, hold, hold / 4, null, 2L, 1L);
    }

    private Sample sample(Schedule.Phase phase, long ns) {
        double slow = phase.broken(ns) ? 30 : 1;
        return new Sample(
                phase.name(),
                180,
                0,
                phase.broken(ns) ? 2 : 0,
                2.4,
                9.1 * slow,
                new Sample.Lag(lag(slow), lag(slow)),
                0.8,
                0.0);
    }

    private @Nullable Double lag(double slow) {
        return 10 * Math.exp(0.4 * random.nextGaussian()) * slow;
    }

    private void at(long ns, Event event) {
        events.add(new Timed(ns, event));
    }
}
