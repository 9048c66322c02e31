package dev.cutover.rehearse.plan;

import java.time.Duration;

/**
 * How the rehearsal steers the systems under test.
 *
 * @param within how long a routing change or the bootstrap may take
 */
public record ControlSpec(Endpoint routing, String token, Endpoint bootstrap, Duration within) {

    /** A port of a component, by names of the environment file. */
    public record Endpoint(String component, String port) {}
}
