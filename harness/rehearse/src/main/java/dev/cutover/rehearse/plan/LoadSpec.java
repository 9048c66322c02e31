package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;

/**
 * The load of a run.
 *
 * @param operationsPerSecond mean rate over the arrival curve
 * @param atMost the load stops by itself after this
 */
public record LoadSpec(double operationsPerSecond, Duration atMost) {
    public LoadSpec {
        if (operationsPerSecond <= 0 || operationsPerSecond > 5_000) {
            throw WrongValue.at("must lie between 0 and 5000 but is " + operationsPerSecond, "operations-per-second");
        }
        if (!atMost.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "at-most");
        }
    }
}
