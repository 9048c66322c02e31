package dev.cutover.environment.running;

import dev.cutover.environment.spec.EnvironmentSpec;

/**
 * What a component needs to know of its environment.
 *
 * @param placeholders what this component may use
 */
public record ComponentContext(EnvironmentSpec spec, Addresses addresses, Placeholders placeholders) {}
