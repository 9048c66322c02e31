package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingRecord;
import dev.cutover.bridge.routing.RoutingStore;
import io.micrometer.core.instrument.Counter;
import java.util.List;

/** A bridge that keeps its routing in memory only, so that after a restart everything is on old. */
public final class KeepsRoutingInMemory implements RoutingStore {
    private final Counter activated;

    private KeepsRoutingInMemory(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(KeepsRoutingInMemory::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withStore(directory -> new KeepsRoutingInMemory(activated));
    }

    @Override
    public List<RoutingRecord> replayed() {
        return List.of();
    }

    @Override
    public void append(RoutingRecord change) {
        // In force all the same, until the process ends.
        activated.increment();
    }

    @Override
    public void close() {}
}
