package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.journal.ServedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One schedule from the first phase to the final states, as a rehearsal plays a plan: phases, routing changes, faults, rollback, quiescence. */
final class Play {
    private static final long SETTLED = 100 * MS;
    private static final long LOOK = 50 * MS;
    private static final long PATIENCE = 60_000 * MS;
    private static final long REST = 6_000 * MS;

    private final Course course;
    private final Schedule schedule;
    private final World world;
    private final Clients clients;
    private final States states;
    private final List<Fault> faults;
    private final List<LogEntry> log = new ArrayList<>();
    private boolean completed;

    private Play(Course course, Schedule schedule) {
        this.course = course;
        this.schedule = schedule;
        this.world = new World(course, schedule);
        this.clients = new Clients(world, schedule);
        this.states = new States(world);
        this.faults =
                Fault.of(
                                schedule.cell(),
                                course.phases().get(course.phase(schedule.cell().phase())),
                                schedule.seed())
                        .stream()
                        .filter(fault ->
                                schedule.faults() == null || schedule.faults().contains(fault.number()))
                        .toList();
    }

    /**
     * What was played.
     *
     * @param operations the numbers of all that were asked for
     * @param acted how often a fault did something: to a message, or by a crash
     */
    record Played(Evidence evidence, Set<Integer> operations, List<Fault> faults, long acted) {}

    static Played of(Course course, Schedule schedule) {
        Play play = new Play(course, schedule);
        play.states.initial();
        play.record(new RunEvent.Started());
        if (course.phases().stream().noneMatch(Course.Phase::bootstrap)) {
            play.world.sync().withoutBootstrap();
        }
        play.clients.start();
        play.phase(0);
        play.world.timeline().run();
        play.end();
        List<String> ids = play.faults.stream()
                .map(fault -> fault.id(schedule.cell().phase()))
                .toList();
        Evidence evidence = play.states.evidence(course.manifest(schedule.seed(), ids), play.clients, play.log);
        return new Played(
                evidence,
                play.clients.numbers(),
                play.faults,
                play.world.links().acted() + play.world.crashed());
    }

    private void record(Event event) {
        log.add(new LogEntry(log.size() + 1L, world.timeline().now(), Instant.EPOCH, event));
    }

    private void phase(int number) {
        if (number == course.phases().size()) {
            completed = true;
            record(new PlanEvent.Completed());
            quiesce();
            return;
        }
        Course.Phase phase = course.phases().get(number);
        clients.phase(number);
        record(new PhaseEvent.Began(phase.name(), number));
        boolean disturbed = phase.name().equals(schedule.cell().phase());
        if (disturbed) {
            faults.forEach(this::plan);
        }
        Runnable route = () -> route(number, phase);
        long after = disturbed ? Fault.routeAfter(phase, schedule.seed()) : phase.routeAfter();
        world.timeline().after(after, () -> {
            if (phase.bootstrap()) {
                world.whenBootstrapped(() -> {
                    record(new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
                    route.run();
                });
                world.sync().bootstrap();
            } else {
                route.run();
            }
        });
    }

    private void route(int number, Course.Phase phase) {
        Course.Route route = phase.route();
        if (route == null) {
            hold(number, phase);
            return;
        }
        record(new RoutingEvent.Requested(route.mode(), route.newShare(), phase.rollback()));
        insist(number, phase, route, world.timeline().now(), new boolean[1]);
    }

    /** Asks again as operators do whose bridge dies meanwhile, or refuses. */
    private void insist(int number, Course.Phase phase, Course.Route route, long since, boolean[] effective) {
        if (effective[0]) {
            return;
        }
        SimulatedBridge bridge = world.bridge();
        if (world.timeline().now() - since > PATIENCE) {
            record(new RoutingEvent.Refused(route.mode(), route.newShare(), "not in force in time"));
            record(new PlanEvent.EndedEarly("phase " + phase.name() + ": its routing was not in force in time", true));
            quiesce();
            return;
        }
        Runnable declared = () -> {
            if (!effective[0]) {
                effective[0] = true;
                effective(number, phase, route, since);
            }
        };
        if (!bridge.isDown() && !bridge.moves().isChanging()) {
            if (bridge.table().inForce(route)) {
                declared.run();
            } else {
                bridge.moves().change(route, inForce -> {
                    if (inForce) {
                        declared.run();
                    }
                });
            }
        }
        world.timeline().after(LOOK, () -> insist(number, phase, route, since, effective));
    }

    private void effective(int number, Course.Phase phase, Course.Route route, long since) {
        double tookMs = (world.timeline().now() - since) / (double) MS;
        record(new RoutingEvent.Effective(route.mode(), route.newShare(), null, tookMs, phase.rollback(), List.of()));
        if (phase.rollback()) {
            states.rollback();
        }
        hold(number, phase);
    }

    private void hold(int number, Course.Phase phase) {
        long since = world.timeline().now();
        long healed = phase.name().equals(schedule.cell().phase())
                ? faults.stream()
                                .mapToLong(fault -> fault.at() + fault.lasts())
                                .max()
                                .orElse(0)
                        + SETTLED
                : 0;
        world.timeline().after(Math.max(phase.hold(), healed), () -> examined(number, phase, since, since));
    }

    /** A phase of a whole schedule lasts until enough was acknowledged in it to be judged. */
    private void examined(int number, Course.Phase phase, long since, long asked) {
        boolean last = number == course.phases().size() - 1;
        boolean enough = clients.examined(number)
                && (phase.route() == null || clients.examined(side(phase.route()), since))
                && (!last || clients.allKinds());
        long now = world.timeline().now();
        if (!enough && schedule.only() == null && now - asked < PATIENCE) {
            world.timeline().after(LOOK, () -> examined(number, phase, since, asked));
            return;
        }
        record(new PhaseEvent.Ended(phase.name(), number));
        phase(number + 1);
    }

    private static ServedBy side(Course.Route route) {
        return route.mode() == RoutingMode.OLD || route.mode() == RoutingMode.DUAL ? ServedBy.OLD : ServedBy.NEW;
    }

    private void plan(Fault fault) {
        world.timeline().after(fault.at(), () -> {
            String phase = schedule.cell().phase();
            String id = fault.id(phase);
            String kind = fault.kind().text();
            record(new FaultEvent.Intended(id, kind, fault.target(), phase, 0, null));
            if (fault.link() == null) {
                world.arm(fault);
            } else {
                world.links().disturb(fault);
            }
            record(new FaultEvent.Injected(id, kind, fault.target(), phase));
            record(new FaultEvent.Verified(id, kind, fault.target(), phase, "active on the virtual clock"));
            world.timeline().after(fault.lasts(), () -> {
                world.crashAnyway(fault);
                world.links().heal(fault);
                String how = world.cameThere(fault) ? "crashed at " + fault.point() : null;
                record(new FaultEvent.Healed(id, kind, fault.target(), phase, how));
            });
        });
    }

    /** No more load; what is late may come; then a marker behind everything, each way. */
    private void quiesce() {
        clients.stop();
        world.timeline().after(REST, () -> {
            for (Direction direction : Direction.values()) {
                world.sentinel(direction);
            }
        });
    }

    private void end() {
        boolean atRest = Stream.of(Direction.values()).allMatch(world::crossed)
                && !world.timeline().circles();
        for (String stream : course.manifest().obligations().streams()) {
            record(new SentinelEvent(stream, atRest, 1, atRest ? null : "a marker did not come out"));
        }
        states.ended();
        if (completed) {
            record(new RunEvent.Ended());
        }
    }
}
