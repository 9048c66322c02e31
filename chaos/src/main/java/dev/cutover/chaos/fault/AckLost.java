package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;

/** The server gets every request and acts on it; no answer comes back. Healing closes the link's connections, and the answers are gone. */
public record AckLost() implements LinkDisturbance {

    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return ToxicFault.silent(link, id, "timeout", "timeout", Direction.DOWNSTREAM);
    }
}
