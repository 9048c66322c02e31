package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.toxiproxy.LinkProxy;

/**
 * Everything is held, and delivered when healed, even if the client has long given up: the late write that a drain has to fence off.
 *
 * @param direction requests (upstream), answers (downstream) or both
 */
public record Freeze(@JsonProperty(defaultValue = "both") Direction direction) implements LinkDisturbance {

    /** The client gives up before what is held gets through. */
    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return ToxicFault.silent(link, id, "bandwidth", "rate", direction);
    }
}
