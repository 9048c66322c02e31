package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Target;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A bridge that answers a routing change at once as in force, and moves its buckets in the two seconds after. */
public final class DeclaresAtOnce implements RoutingChange {
    private static final int STEPS = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RoutingChange change;
    private final StepByStep slowly;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private CompletableFuture<?> moving = CompletableFuture.completedFuture(null);

    private DeclaresAtOnce(RoutingChange change, Supplier<RoutingTable> routing, Counter activated) {
        this.change = change;
        this.slowly = new StepByStep(change, routing, STEPS, PAUSE);
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(DeclaresAtOnce::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withChange(change -> new DeclaresAtOnce(change, parts.routing(), activated));
    }

    @Override
    public boolean isChanging() {
        return false;
    }

    @Override
    public synchronized Result to(Target target) {
        if (moving.isDone() && routing.get().toMove(target).isEmpty()) {
            return change.to(target);
        }
        activated.increment();
        moving = moving.handleAsync((done, failure) -> slowly.to(target), Thread::startVirtualThread);
        return new Result.InForce(target, 0, List.of());
    }
}
