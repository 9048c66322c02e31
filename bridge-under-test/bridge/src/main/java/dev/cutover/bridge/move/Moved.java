package dev.cutover.bridge.move;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cutover.bridge.routing.Side;

/** A bucket that changed its owner: times in milliseconds, {@code held} in requests. */
public record Moved(
        int bucket,
        Side from,
        Side to,
        long epoch,
        double holdMs,
        @JsonUnwrapped Drain.Proof proof,
        int held,
        int attempts) {}
