package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** Everything is held, and delivered when healed, even if the client has long given up: the late write that a drain has to fence off. */
final class Freeze implements Fault, Recoverable {

    private final LinkToxics toxics;

    Freeze(Options options, Supplier<LinkProxy> link) {
        Direction direction = options.direction(Direction.BOTH);
        options.nothingElse();
        this.toxics = new LinkToxics(options.spec(), link, "bandwidth", Map.of("rate", 0L), direction);
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
