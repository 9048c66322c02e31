package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.yaml.WrongValue;

/**
 * Everything is held, and delivered when healed, even if the client has long given up: the late write that a drain has to fence off.
 *
 * @param direction requests (upstream), answers (downstream) or both
 * @param share of the connections, drawn for each direction of each: at least 10 %; what else comes by the others may overtake what is held
 */
public record Freeze(
        @JsonProperty(defaultValue = "both") Direction direction,
        @JsonProperty(defaultValue = "100%") double share) implements LinkDisturbance {
    private static final double LEAST = 0.1;

    public Freeze {
        if (!(share >= LEAST && share <= 1)) {
            throw WrongValue.at("must be 10% to 100% but is " + share, "share");
        }
    }

    /** The client gives up before what is held gets through. */
    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public boolean healsAlone() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return ToxicFault.silent(link, id, "bandwidth", "rate", direction, share);
    }
}
