package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** The server gets every request and acts on it; no answer comes back. Healing closes the link's connections, and the answers are gone. */
final class AckLost implements Fault, Recoverable {

    private final LinkToxics toxics;

    AckLost(Options options, Supplier<LinkProxy> link) {

        options.nothingElse();
        this.toxics = new LinkToxics(options.spec(), link, "timeout", Map.of("timeout", 0L), Direction.DOWNSTREAM);
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
