package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Target;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Correct but odd: when everything goes back to old, it goes in eight steps with pauses between them, twenty seconds
 * in all.
 */
public final class SlowRollback implements RoutingChange {
    private static final int STEPS = 8;
    private static final Duration PAUSE = Duration.ofMillis(2_250);

    private final RoutingChange change;
    private final StepByStep slowly;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private volatile boolean goingBack;

    private SlowRollback(RoutingChange change, Supplier<RoutingTable> routing, Duration pause, Counter activated) {
        this.change = change;
        this.slowly = new StepByStep(change, routing, STEPS, pause);
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(SlowRollback::variant);
    }

    static Parts variant(Parts parts) {
        return variant(parts, PAUSE);
    }

    static Parts variant(Parts parts, Duration pause) {
        Counter activated = Defect.activated(parts);
        return parts.withChange(change -> new SlowRollback(change, parts.routing(), pause, activated));
    }

    @Override
    public boolean isChanging() {
        return goingBack || change.isChanging();
    }

    @Override
    public synchronized Result to(Target target) {
        if (target.newShare() > 0 || routing.get().onNew() == 0) {
            return change.to(target);
        }
        activated.increment();
        goingBack = true;
        try {
            return slowly.to(target);
        } finally {
            goingBack = false;
        }
    }
}
