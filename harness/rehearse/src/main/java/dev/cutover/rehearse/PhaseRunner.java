package dev.cutover.rehearse;

import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Step;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;

/** Plays one phase: its faults, its bootstrap or routing change, and the time it is held. */
final class PhaseRunner {

    private final Parts parts;
    private final Controls controls;
    private final Observer observer;
    private final EventLog events;

    PhaseRunner(Parts parts, Controls controls, Observer observer, EventLog events) {
        this.parts = parts;
        this.controls = controls;
        this.observer = observer;
        this.events = events;
    }

    void play(PhaseSpec phase, int index) throws InterruptedException {
        events.record(new PhaseEvent.Began(phase.name(), index));
        parts.faults().start(phase.name(), phase.faults());
        if (phase.bootstrap()) {
            TimedStep.of(Step.BOOTSTRAP, events, controls::bootstrap);
        }
        if (phase.route().isPresent()) {
            hold(phase.routeAfter());
            route(phase, phase.route().get());
        }
        holdWithCanary(phase);
        parts.faults().awaitDone();
        events.record(new PhaseEvent.Ended(phase.name(), index));
    }

    private void holdWithCanary(PhaseSpec phase) throws InterruptedException {
        long since = System.nanoTime();
        if (phase.canary().isPresent()) {
            PhaseSpec.Canary canary = phase.canary().get();
            hold(canary.at());
            new PlantedDifference(controls).plant(phase.name(), canary).forEach(events::record);
        }
        Duration left = phase.hold().minusNanos(System.nanoTime() - since);
        hold(left.isNegative() ? Duration.ZERO : left);
    }

    private void route(PhaseSpec phase, RouteSpec route) throws InterruptedException {
        observer.observeKept();
        boolean compared = controls.inForce().mode() == RoutingMode.DUAL;
        events.record(new RoutingEvent.Requested(route.mode(), route.newShare(), phase.rollback()));
        try {
            if (phase.rollback()) {
                rollBack(route);
            } else {
                events.record(controls.route(route).effective(false));
            }
        } catch (RehearsalException e) {
            events.record(new RoutingEvent.Refused(route.mode(), route.newShare(), String.valueOf(e.getMessage())));
            throw e;
        }
        // Now, when nothing more is compared, and before anybody may kill whoever keeps the account.
        if (compared && route.mode() != RoutingMode.DUAL) {
            observer.observeComparisons(controls);
        }
    }

    /** What old lacks when the last step has returned, it lacked when completion was declared: nothing may come between that and the snapshot. */
    private void rollBack(RouteSpec route) throws InterruptedException {
        try (Observation rollback = observer.beforeRollback()) {
            RoutingChange change = controls.route(route);
            rollback.freeze(change.declaredNs());
            events.record(change.effective(true));
            rollback.read();
            events.record(rollback.save());
        }
    }

    /** Ends early, with an error, if the load dies. */
    private void hold(Duration time) throws InterruptedException {
        boolean dead = Await.until(time, () -> !parts.load().alive());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (dead) {
            throw new RehearsalException("the injector ended in the middle of the run; the end of logs/injector.log: "
                    + parts.load().lastWords());
        }
    }
}
