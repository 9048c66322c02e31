package dev.cutover.bridge.move;

import java.util.List;

/** How a routing change ended. */
public sealed interface Outcome {

    /** What was asked for is in force. */
    record InForce(double tookMs, List<Moved> moves) implements Outcome {
        public InForce {
            moves = List.copyOf(moves);
        }
    }

    /** It is not: what and why, and what is true now. */
    record Refused(String error) implements Outcome {}
}
