package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import java.util.Map;
import java.util.function.Supplier;

/** Everything is held, and delivered when healed, even if the client has long given up: the late write that a drain has to fence off. */
final class Freeze extends SilentFault {

    Freeze(Options options, Supplier<LinkProxy> link) {
        super(options.spec(), link, "bandwidth", Map.of("rate", 0L), options.direction(Direction.BOTH));
        options.nothingElse();
    }
}
