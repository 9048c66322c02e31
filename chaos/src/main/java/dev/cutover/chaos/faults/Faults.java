package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.rehearse.Fault;
import dev.cutover.rehearse.FaultCatalogue;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** All faults by name. A new fault is a file of its own and a line here. */
public final class Faults implements FaultCatalogue {

    private static final Map<String, BiFunction<Options, Supplier<LinkProxy>, Fault>> ON_LINKS = Map.of(
            "ack-lost", AckLost::new,
            "down", Down::new,
            "flap", Flap::new,
            "freeze", Freeze::new,
            "latency", Latency::new,
            "request-lost", RequestLost::new,
            "reset", Reset::new,
            "torn", Torn::new);

    private static final Map<String, BiFunction<Options, Supplier<ComponentControl>, Fault>> ON_COMPONENTS = Map.of(
            "kill", Kill::new,
            "out-of-memory", OutOfMemory::new,
            "pause", Pause::new,
            "restart", Restart::new);

    /** Of those on components, what a process cannot suffer. */
    private static final Set<String> ONLY_ON_CONTAINERS = Set.of("out-of-memory");

    private final Function<String, LinkProxy> links;

    /**
     * The faults of a network.
     *
     * @param links finds the proxy of a link by name, or throws {@link IllegalArgumentException}
     */
    public Faults(Function<String, LinkProxy> links) {
        this.links = links;
    }

    @Override
    public Set<String> names() {
        return allNames();
    }

    @Override
    public Fault create(FaultSpec spec, Environment environment) {
        return make(spec, () -> links.apply(spec.target()), () -> environment.component(spec.target()), true);
    }

    /**
     * Reads a planned fault before there is an environment.
     *
     * @throws IllegalArgumentException for an unknown name or option, saying what would be right
     */
    public static void check(FaultSpec spec) {
        make(
                spec,
                () -> {
                    throw notYet();
                },
                () -> {
                    throw notYet();
                },
                false);
    }

    /** Whether a fault needs what only containers have. */
    public static boolean onlyOnContainers(FaultSpec spec) {
        return ONLY_ON_CONTAINERS.contains(spec.name());
    }

    private static Fault make(
            FaultSpec spec, Supplier<LinkProxy> link, Supplier<ComponentControl> component, boolean resolve) {
        var options = new Options(spec);
        var onLink = ON_LINKS.get(spec.name());
        if (onLink != null) {
            return onLink.apply(options, resolve ? resolved(link) : link);
        }
        var onComponent = ON_COMPONENTS.get(spec.name());
        if (onComponent != null) {
            return onComponent.apply(options, resolve ? resolved(component) : component);
        }
        throw new IllegalArgumentException("fault " + spec.id() + ": there is no fault \"" + spec.name()
                + "\"; there are " + String.join(", ", allNames()));
    }

    /** Looks the target up now: a wrong one must not be found in the middle of a run. */
    private static <T> Supplier<T> resolved(Supplier<T> target) {
        T found = target.get();
        return () -> found;
    }

    private static IllegalStateException notYet() {
        return new IllegalStateException("a fault touches its target before it is injected");
    }

    private static Set<String> allNames() {
        Set<String> names = new TreeSet<>(ON_LINKS.keySet());
        names.addAll(ON_COMPONENTS.keySet());
        return names;
    }
}
