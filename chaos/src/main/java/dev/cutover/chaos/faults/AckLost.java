package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import java.util.Map;
import java.util.function.Supplier;

/** The server gets every request and acts on it; no answer comes back. Healing closes the link's connections, and the answers are gone. */
final class AckLost extends SilentFault {

    AckLost(Options options, Supplier<LinkProxy> link) {
        super(options.spec(), link, "timeout", Map.of("timeout", 0L), Direction.DOWNSTREAM);
        options.nothingElse();
    }
}
