package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;

/** Requests vanish: the server never sees them, the client waits. Healing closes the link's connections. */
public record RequestLost() implements LinkDisturbance {

    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return ToxicFault.silent(link, id, "timeout", "timeout", Direction.UPSTREAM);
    }
}
