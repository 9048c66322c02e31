package dev.cutover.broken;

import dev.cutover.bridge.move.Moved;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Brings a routing into force a few buckets at a time, with a pause before each step. */
final class StepByStep {
    private final RoutingChange change;
    private final Supplier<RoutingTable> routing;
    private final int steps;
    private final Duration pause;

    StepByStep(RoutingChange change, Supplier<RoutingTable> routing, int steps, Duration pause) {
        this.change = change;
        this.routing = routing;
        this.steps = steps;
        this.pause = pause;
    }

    /** Blocks, for the pauses too; where a step is refused, so is the change. */
    RoutingChange.Result to(Target target) {
        long start = System.nanoTime();
        int from = routing.get().onNew();
        int to = Buckets.onNew(target.newShare());
        List<Moved> moves = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            int onNew = from + (to - from) * step / steps;
            pause();
            switch (change.to(step == steps ? target : new Target(Mode.SPLIT, onNew / (double) Buckets.COUNT))) {
                case RoutingChange.Result.InForce done -> moves.addAll(done.moves());
                case RoutingChange.Result.Refused refused -> {
                    return refused;
                }
            }
        }
        return new RoutingChange.Result.InForce(target, (System.nanoTime() - start) / 1e6, moves);
    }

    private void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
