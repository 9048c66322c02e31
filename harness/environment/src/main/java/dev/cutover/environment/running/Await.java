package dev.cutover.environment.running;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions; the one place of the testbed where a thread waits for time to pass. */
public final class Await {
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Await() {}

    /**
     * Looks every 10 ms until the condition holds; false if it does not within the limit, or if the thread is
     * interrupted.
     */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        return until(limit, INTERVAL, condition);
    }

    /** The same, looking less often, or more often. */
    public static boolean until(Duration limit, Duration interval, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(interval.toNanos());
        }
        return true;
    }
}
