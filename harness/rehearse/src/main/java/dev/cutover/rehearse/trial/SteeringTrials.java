package dev.cutover.rehearse.trial;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.RehearsalException;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;
import java.util.List;

/** Whether each list of steps can be done within its limit. */
final class SteeringTrials {

    private static final String CONTROL = "control";
    private static final String ADVICE = "correct the step, or see in its message what did not answer";

    private final ControlSpec spec;
    private final Controls controls;
    private final Trials trials;

    SteeringTrials(ControlSpec spec, Controls controls, Trials trials) {
        this.spec = spec;
        this.controls = controls;
        this.trials = trials;
    }

    /** True if the data was copied. */
    boolean bootstrap() throws InterruptedException {
        return done(
                "bootstrap by " + String.join(", ", spec.bootstrap()), controls::bootstrap, CONTROL, "bootstrap");
    }

    /** True if all its lists were done. */
    boolean background() throws InterruptedException {
        boolean all = true;
        for (int index = 0; index < spec.background().size(); index++) {
            String list = spec.background().get(index).steps();
            all &= list("background " + list, list, CONTROL, "background", index);
        }
        return all;
    }

    void drained() throws InterruptedException {
        for (int index = 0; index < spec.drained().size(); index++) {
            list("drained " + spec.drained().get(index), spec.drained().get(index), CONTROL, "drained", index);
        }
    }

    private boolean list(String what, String list, Object... place) throws InterruptedException {
        return done(what, () -> controls.play(List.of(list)).told(), place);
    }

    /** True if the routing was changed, as far as its steps say. */
    boolean route(PhaseSpec phase, int index, RouteSpec route) throws InterruptedException {
        List<String> by = route.by().isEmpty() ? spec.route() : route.by();
        String what = "phase %s: routing %s by %s"
                .formatted(
                        phase.name(),
                        RoutingEvent.describe(route.mode(), route.newShare()),
                        String.join(", ", by));
        return done(
                what,
                () -> {
                    controls.route(route);
                    return "";
                },
                "phases",
                index,
                "route");
    }

    private interface Work {
        String result() throws InterruptedException;
    }

    private boolean done(String what, Work work, Object... place) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            String result = work.result();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            trials.ok(what, "%.1f s of %.0f s%s"
                    .formatted(
                            took.toMillis() / 1_000.0,
                            spec.within().toMillis() / 1_000.0,
                            result.isEmpty() ? "" : "; " + result));
            return true;
        } catch (RehearsalException e) {
            trials.wrong(what, String.valueOf(e.getMessage()), ADVICE, place);
            return false;
        }
    }
}
