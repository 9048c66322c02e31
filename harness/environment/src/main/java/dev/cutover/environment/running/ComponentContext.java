package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;

/**
 * A component together with what it needs to know of its environment.
 *
 * @param placeholders what this component may use
 */
public record ComponentContext(
        ComponentSpec component, EnvironmentSpec environment, Addresses addresses, Placeholders placeholders) {

    public String name() {
        return component.name();
    }

    public Readiness readiness() {
        return Readiness.of(component, addresses);
    }
}
