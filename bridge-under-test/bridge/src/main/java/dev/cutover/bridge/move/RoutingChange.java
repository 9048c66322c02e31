package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Target;
import java.util.List;

/** Brings a routing into force. */
public interface RoutingChange {

    /** How a change ended. */
    sealed interface Result {

        /** What was asked for is in force. */
        record InForce(Target target, double tookMs, List<Moved> moves) implements Result {
            public InForce {
                moves = List.copyOf(moves);
            }
        }

        /** It is not: what and why, and what is true now. */
        record Refused(String error) implements Result {}
    }

    boolean isChanging();

    /**
     * Blocks until the routing is in force or refused. What has moved by then stays moved: asking again, or for the way
     * back, is safe.
     */
    Result to(Target target);
}
