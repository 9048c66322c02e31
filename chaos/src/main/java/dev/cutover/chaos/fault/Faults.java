package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All faults. A new one is a file of its own and a line here; it is called as its class is.
 *
 * @param links finds the proxy of a link by name, or throws {@link IllegalArgumentException}
 * @param environment finds components
 * @param arming arms a point of a component's program, at which it crashes
 */
public record Faults(Function<String, LinkProxy> links, Environment environment, Crash.Arming arming) {

    /** The kinds of fault that plans can name. */
    public static final Map<String, Class<? extends Disturbance>> KINDS = named(List.of(
            AckLost.class,
            Crash.class,
            Down.class,
            Flap.class,
            Freeze.class,
            Kill.class,
            Latency.class,
            OutOfMemory.class,
            Pause.class,
            RequestLost.class,
            Reset.class,
            Restart.class,
            Torn.class));

    /** Makes the fault; nothing is disturbed yet. */
    public Fault make(FaultSpec spec) {
        return switch (spec.what()) {
            case LinkDisturbance onLink -> onLink.on(links.apply(spec.target()), spec.id());
            case ComponentDisturbance onComponent -> onComponent.on(environment.component(spec.target()));
            case Crash crash -> crash.on(environment.component(spec.target()), arming);
            default -> throw new IllegalArgumentException("nobody can inject " + spec.what());
        };
    }

    private static Map<String, Class<? extends Disturbance>> named(List<Class<? extends Disturbance>> kinds) {
        return kinds.stream()
                .collect(Collectors.toMap(Disturbance::nameOf, kind -> kind, (one, other) -> one, TreeMap::new));
    }
}
