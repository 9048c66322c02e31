package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** Requests vanish: the server never sees them, the client waits. Healing closes the link's connections. */
final class RequestLost implements Fault, Recoverable {

    private final LinkToxics toxics;

    RequestLost(Options options, Supplier<LinkProxy> link) {

        options.nothingElse();
        this.toxics = new LinkToxics(options.spec(), link, "timeout", Map.of("timeout", 0L), Direction.UPSTREAM);
    }

    @Override
    public Map<String, Object> undo() {
        return toxics.undo();
    }

    @Override
    public void inject() {
        toxics.add();
    }

    @Override
    public Verification verify() {
        return toxics.silent();
    }

    @Override
    public void heal() {
        toxics.heal();
    }
}
