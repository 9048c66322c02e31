package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;

/**
 * How the rehearsal steers the systems under test.
 *
 * @param within how long a routing change or the bootstrap may take
 */
public record ControlSpec(RoutingEndpoint routing, Endpoint bootstrap, Duration within) {

    public ControlSpec {
        if (!within.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "within");
        }
    }

    /** A port of a component, by names of the environment file. */
    public record Endpoint(String component, String port) {}

    /** Where routing is changed, and with what bearer token. */
    public record RoutingEndpoint(String component, String port, String token) {}
}
