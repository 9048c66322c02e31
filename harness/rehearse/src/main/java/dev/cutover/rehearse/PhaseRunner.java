package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Plays one phase: its faults, its bootstrap or routing change, and the time it is held. */
final class PhaseRunner {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        record(phase, index, "begin");
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
        record(phase, index, "end");
    }

    private void bootstrap() throws InterruptedException {
        long begin = System.nanoTime();
        events.record("step", Map.of("step", "bootstrap", "state", "begin"));
        long copied = bootstrap.run();
        events.record(
                "step",
                Map.of("step", "bootstrap", "state", "end", "tookMs", msSince(begin), "detail", copied + " copied"));
        progress.note("bootstrap done: %d households in %.1f s".formatted(copied, msSince(begin) / 1_000));
    }

    private void route(PhaseSpec phase, RouteSpec route) throws InterruptedException {
        long begin = System.nanoTime();
        Map<String, Object> asked = Map.of("mode", route.mode().text(), "newShare", route.newShare());
        events.record("routing", with(asked, Map.of("state", "requested", "rollback", phase.rollback())));
        JsonNode answer;
        try {
            answer = routing.change(route);
        } catch (RehearsalException e) {
            events.record("routing", with(asked, Map.of("state", "refused", "detail", String.valueOf(e.getMessage()))));
            throw e;
        }
        Map<String, Object> effective = Map.of(
                "state", "effective",
                "epoch", answer.path("epoch").asLong(),
                "tookMs", msSince(begin),
                "rollback", phase.rollback(),
                "moves", JSON.convertValue(answer.path("moves"), Object.class));
        events.record("routing", with(asked, effective));
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

    private void record(PhaseSpec phase, int index, String state) {
        events.record("phase", Map.of("phase", phase.name(), "index", index, "state", state));
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static double msSince(long ns) {
        return (System.nanoTime() - ns) / 1_000_000.0;
    }
}
