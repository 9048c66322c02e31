package dev.cutover.rehearse;

import java.time.Duration;
import java.util.Optional;

/** When something must be done, on the clock of {@link System#nanoTime()}. */
record Deadline(long endNs) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; nothing, if it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNs - System.nanoTime()));
    }

    boolean over() {
        return left().isZero();
    }

    /** The shorter of both. */
    Duration atMost(Duration time) {
        Duration left = left();
        return left.compareTo(time) < 0 ? left : time;
    }

    Duration atMost(Optional<Duration> time) {
        return time.map(this::atMost).orElseGet(this::left);
    }
}
