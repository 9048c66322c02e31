package dev.cutover.rehearse.trial;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.RehearsalException;
import dev.cutover.rehearse.plan.ActionSpec;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each list of steps can be done within its limit. */
final class SteeringTrials {

    private static final String CONTROL = "control";
    private static final String ADVICE = "correct the step, or see in its message what did not answer";

    private final ControlSpec spec;
    private final Controls controls;
    private final Down down;
    private final Trials trials;

    SteeringTrials(ControlSpec spec, Controls controls, Down down, Trials trials) {
        this.spec = spec;
        this.controls = controls;
        this.down = down;
        this.trials = trials;
    }

    /** True if the data was copied. */
    boolean bootstrap() throws InterruptedException {
        return done(
                "bootstrap by " + String.join(", ", spec.bootstrap()),
                spec.bootstrap(),
                controls::bootstrap,
                CONTROL,
                "bootstrap");
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
        return done(what, List.of(list), () -> controls.play(List.of(list)).told(), place);
    }

    /** True if the routing was changed, as far as its steps say. */
    boolean route(PhaseSpec phase, int index, RouteSpec route) throws InterruptedException {
        List<String> by = route.by().isEmpty() ? spec.route() : route.by();
        String what = "phase %s: routing %s by %s"
                .formatted(phase.name(), RoutingEvent.describe(route.mode(), route.newShare()), String.join(", ", by));
        return done(
                what,
                by,
                () -> {
                    controls.route(route);
                    return "";
                },
                "phases",
                index,
                "route");
    }

    /** The components that a list of steps goes to. */
    private Stream<String> needs(String list) {
        return spec.steps().getOrDefault(list, List.of()).stream().flatMap(step -> switch (step) {
            case ActionSpec.Http http -> Stream.of(http.endpoint().component());
            case ActionSpec.Run run -> Stream.of(run.in());
            case ActionSpec.Write write -> Stream.of(write.in());
            case ActionSpec.Sql sql -> Stream.of(sql.component());
            case ActionSpec.Until until ->
                Stream.concat(
                        Stream.of(
                                switch (until.until()) {
                                    case ReadingSpec.Http http ->
                                        http.endpoint().component();
                                    case ReadingSpec.Sql sql -> sql.component();
                                }),
                        until.ask().stream().flatMap(this::needs));
        });
    }

    private interface Work {
        String result() throws InterruptedException;
    }

    private boolean done(String what, List<String> lists, Work work, Object... place) throws InterruptedException {
        Optional<String> lacking =
                down.lacking(lists.stream().flatMap(this::needs).toList());
        if (lacking.isPresent()) {
            trials.notTried(what, lacking.get());
            return false;
        }
        long begin = System.nanoTime();
        try {
            String result = work.result();
            String took = Brief.of(Duration.ofNanos(System.nanoTime() - begin), spec.within());
            trials.ok(what, "done in " + took + (result.isEmpty() ? "" : "; " + result));
            return true;
        } catch (RehearsalException e) {
            trials.wrong(what, Brief.oneLine(String.valueOf(e.getMessage())), ADVICE, place);
            return false;
        }
    }
}
