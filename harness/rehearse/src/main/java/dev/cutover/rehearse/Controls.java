package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.CrashSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the systems under test are steered in a running environment: the plan's lists of steps, with what they stand for now. */
public final class Controls {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final ControlSpec spec;
    private final StepPlayer player;
    private final long seed;
    private volatile RouteSpec inForce = RouteSpec.OLD;

    private Controls(ControlSpec spec, StepPlayer player, long seed) {
        this.spec = spec;
        this.player = player;
        this.seed = seed;
    }

    public static Controls of(ControlSpec spec, Parts parts, long seed) {
        return of(spec, parts.environment(), parts.databases(), seed);
    }

    /** The same, where there is no rehearsal. */
    public static Controls of(ControlSpec spec, Environment environment, Databases databases, long seed) {
        return new Controls(spec, StepPlayer.of(spec.steps(), environment, databases), seed);
    }

    /** The routing that was last brought into force. */
    RouteSpec inForce() {
        return inForce;
    }

    /** Copies the existing data; returns what the steps have kept, in words. */
    public String bootstrap() throws InterruptedException {
        String kept = play(spec.bootstrap()).told();
        return kept.isEmpty() ? "all its steps are done" : kept;
    }

    /**
     * Changes the routing, and returns as soon as the last step has returned.
     *
     * @throws RehearsalException naming the step that failed
     */
    public RoutingChange route(RouteSpec route) throws InterruptedException {
        Values values = Values.of(route, seed);
        long begin = System.nanoTime();
        player.play(route.by().isEmpty() ? spec.route() : route.by(), values, spec.within());
        long declaredNs = System.nanoTime();
        inForce = route;
        return new RoutingChange(route, values, begin, declaredNs);
    }

    /**
     * Does a list beside phases and clients, or after them.
     *
     * @throws RehearsalException naming the step that failed
     */
    public Values play(List<String> lists) throws InterruptedException {
        Values values = Values.of(inForce, seed);
        player.play(lists, values, spec.within());
        return values;
    }

    /**
     * Arms a point of a component's program: it crashes the next time it comes by.
     *
     * @throws RehearsalException naming the step that failed
     */
    public void crash(String component, String point) throws InterruptedException {
        List<String> arm = Optional.ofNullable(spec.crash().get(component))
                .map(CrashSpec::arm)
                .orElse(List.of());
        player.play(arm, Values.of(inForce, seed).with("point", point), A_MOMENT);
    }

    LagProbe lag() {
        return new LagProbe(
                spec.lag().orElseGet(ControlSpec.Lag::unknown), player.readings(), Values.of(inForce, seed));
    }

    ActivationProbe activation(Map<String, ReadingSpec> from, EventLog events) {
        return new ActivationProbe(from, player.readings(), Values.of(inForce, seed), events);
    }

    /**
     * Asks once for a single value.
     *
     * @throws IOException if nobody says it
     */
    public String read(ReadingSpec from) throws IOException, InterruptedException {
        try {
            return player.readings()
                    .read(from, Values.of(inForce, seed), A_MOMENT)
                    .text();
        } catch (StepFailure | SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The bridge's own account of compared answers. */
    public String comparisons() throws IOException, InterruptedException {
        ReadingSpec.Http from = (ReadingSpec.Http) spec.comparisons().orElseThrow();
        try {
            var answer = player.readings()
                    .read(from, Values.of(inForce, seed), A_MOMENT)
                    .answer()
                    .json();
            if (!answer.isObject()) {
                throw new IOException(from.get() + " must answer with a JSON object, but does with " + answer);
            }
            return answer.toPrettyString();
        } catch (StepFailure | SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
