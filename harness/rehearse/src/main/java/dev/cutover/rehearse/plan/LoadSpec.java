package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Optional;

/**
 * The load of a run.
 *
 * @param operationsPerSecond mean rate over the arrival curve
 * @param atMost the load stops by itself after this
 * @param clients the link that clients' requests take
 * @param keys the parameter that says how many keys there are
 * @param updates what is published to both systems from outside, if anything is
 */
public record LoadSpec(
        double operationsPerSecond,
        Duration atMost,
        String clients,
        String keys,
        Optional<Updates> updates) {

    public LoadSpec {
        if (operationsPerSecond <= 0 || operationsPerSecond > 5_000) {
            throw WrongValue.at("must lie between 0 and 5000 but is " + operationsPerSecond, "operations-per-second");
        }
        if (!atMost.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "at-most");
        }
    }

    /** The same, at another rate. */
    LoadSpec at(double rate) {
        return new LoadSpec(rate, atMost, clients, keys, updates);
    }

    /** Updates of an entity that the load publishes over a link. */
    public record Updates(String link, String entity) {}
}
