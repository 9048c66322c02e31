package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Confinement;
import dev.cutover.environment.spec.EnvironmentException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a container may use, and the rights that its processes have. */
record Limits(OptionalLong memory, OptionalDouble cpus, List<Capability> capabilities) {
    static final Limits NONE = new Limits(OptionalLong.empty(), OptionalDouble.empty(), List.of());
    private static final double NANOS = 1e9;

    static Limits of(ComponentSpec component) {
        Confinement confinement = component.confinement();
        return new Limits(
                confinement.memory(),
                confinement.cpus(),
                confinement.capabilities().stream()
                        .map(name -> capability(component.name(), name))
                        .toList());
    }

    private static Capability capability(String component, String name) {
        return Arrays.stream(Capability.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnvironmentException("component '" + component + "' asks for capability '" + name
                        + "', which Linux does not have; see capabilities(7), without CAP_"));
    }

    void applyTo(HostConfig config) {
        config.withCapDrop(Capability.ALL);
        if (!capabilities.isEmpty()) {
            config.withCapAdd(capabilities.toArray(Capability[]::new));
        }
        // No swap on top: what is slow because it swaps is no answer to how much it needs.
        memory.ifPresent(bytes -> config.withMemory(bytes).withMemorySwap(bytes));
        cpus.ifPresent(number -> config.withNanoCPUs(Math.round(number * NANOS)));
    }
}
