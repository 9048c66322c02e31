package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import java.util.Map;
import java.util.function.Supplier;

/** Requests vanish: the server never sees them, the client waits. Healing closes the link's connections. */
final class RequestLost extends SilentFault {

    RequestLost(Options options, Supplier<LinkProxy> link) {
        super(options.spec(), link, "timeout", Map.of("timeout", 0L), Direction.UPSTREAM);
        options.nothingElse();
    }
}
