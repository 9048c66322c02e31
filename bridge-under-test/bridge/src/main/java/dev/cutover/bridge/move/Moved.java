package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;

/** A bucket that changed its owner: times in milliseconds, {@code held} in requests. */
public record Moved(
        int bucket, Side from, Side to, long epoch, double holdMs, Drain.Proof proof, int held, int attempts) {}
