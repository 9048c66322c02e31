package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.Link;
import dev.cutover.harness.environment.Network;
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
