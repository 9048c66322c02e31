package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Before the first bucket moves: the reverse path works (what the side that takes over writes reaches the side that
 * gives up), and so does the forward one, or requests would be held for nothing.
 */
final class Preflight {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Markers markers;

    Preflight(Markers markers) {
        this.markers = markers;
    }

    /** Throws MoveAborted with the last reason if it is not proven after a few tries. */
    void prove(Side takesOver, Deadline deadline) throws MoveAborted {
        MoveAborted last = new MoveAborted("no time left");
        for (int i = 0; i < TRIES && !deadline.hasPassed(); i++) {
            try {
                once(takesOver, deadline.butAtMost(PATIENCE));
                return;
            } catch (MoveAborted e) {
                last = e;
            }
        }
        throw last;
    }

    private void once(Side takesOver, Deadline deadline) throws MoveAborted {
        CompletionStage<Void> reverse = markers.send(Direction.from(takesOver), deadline);
        CompletionStage<Void> forward = markers.send(Direction.from(takesOver.other()), deadline);
        Waiting.on(
                reverse,
                deadline,
                "reverse path, marker " + Direction.from(takesOver).label());
        Waiting.on(
                forward,
                deadline,
                "forward path, marker " + Direction.from(takesOver.other()).label());
    }
}
