package dev.cutover.rehearse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;
import java.util.List;

/** Plays one phase: its faults, its bootstrap or routing change, and the time it is held. */
final class PhaseRunner {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<RoutingEvent.Move>> MOVES = new TypeReference<>() {};

    private final EventLog events;
    private final Progress progress;
    private final JournalControl control;
    private final FaultControl faults;
    private final RoutingControl routing;
    private final BootstrapControl bootstrap;
    private final LoadControl load;
    private final Observer observer;

    PhaseRunner(
            EventLog events,
            Progress progress,
            JournalControl control,
            FaultControl faults,
            RoutingControl routing,
            BootstrapControl bootstrap,
            LoadControl load,
            Observer observer) {
        this.events = events;
        this.progress = progress;
        this.control = control;
        this.faults = faults;
        this.routing = routing;
        this.bootstrap = bootstrap;
        this.load = load;
        this.observer = observer;
    }

    void play(PhaseSpec phase, int index) throws InterruptedException {
        control.phase(index);
        events.record(new PhaseEvent.Began(phase.name(), index));
        faults.start(phase.name(), phase.faults());
        if (phase.bootstrap()) {
            bootstrap();
        }
        if (phase.route().isPresent()) {
            hold(phase.routeAfter());
            route(phase, phase.route().get());
        }
        hold(phase.hold());
        faults.awaitDone();
        events.record(new PhaseEvent.Ended(phase.name(), index));
    }

    private void bootstrap() throws InterruptedException {
        long begin = System.nanoTime();
        events.record(new StepEvent.Began(Step.BOOTSTRAP));
        long copied = bootstrap.run();
        events.record(new StepEvent.Ended(Step.BOOTSTRAP, msSince(begin), copied + " copied"));
        progress.note("bootstrap done: %d copied in %.1f s".formatted(copied, msSince(begin) / 1_000));
    }

    private void route(PhaseSpec phase, RouteSpec route) throws InterruptedException {
        long begin = System.nanoTime();
        RoutingMode mode = route.mode();
        events.record(new RoutingEvent.Requested(mode, route.newShare(), phase.rollback()));
        JsonNode answer;
        try {
            answer = routing.change(route);
        } catch (RehearsalException e) {
            events.record(new RoutingEvent.Refused(mode, route.newShare(), String.valueOf(e.getMessage())));
            throw e;
        }
        events.record(new RoutingEvent.Effective(
                mode,
                route.newShare(),
                answer.path("epoch").asLong(),
                msSince(begin),
                phase.rollback(),
                JSON.convertValue(answer.path("moves"), MOVES)));
        if (phase.rollback()) {
            observer.observeRollback(); // at once: what old lacks now, it lacked when completion was declared
        }
        progress.note("routing %s in force after %.2f s, %d bucket moves"
                .formatted(
                        RoutingControl.describe(route),
                        answer.path("tookMs").asDouble() / 1_000,
                        answer.path("moves").size()));
    }

    /** Ends early, with an error, if the load dies. */
    private void hold(Duration time) throws InterruptedException {
        boolean dead = Await.until(time, () -> !load.alive());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (dead) {
            throw new RehearsalException("the injector ended in the middle of the run; see logs/injector.log");
        }
    }

    private static double msSince(long ns) {
        return (System.nanoTime() - ns) / 1_000_000.0;
    }
}
