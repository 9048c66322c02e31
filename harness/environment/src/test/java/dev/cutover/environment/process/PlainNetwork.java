package dev.cutover.environment.process;

import dev.cutover.environment.Network;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network without proxies, which remembers what it was asked to prove. */
final class PlainNetwork implements Network {
    final Queue<String> proven = new ConcurrentLinkedQueue<>();

    @Override
    public Address open(Link link, Address upstream) {
        return upstream;
    }

    @Override
    public void prove(Link link) {
        proven.add(link.name());
    }

    @Override
    public void proveNoBypass() {
        proven.add("no bypass");
    }

    @Override
    public void close() {}
}
