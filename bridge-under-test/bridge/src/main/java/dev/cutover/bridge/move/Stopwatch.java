package dev.cutover.bridge.move;

/** How long something takes, in milliseconds with one decimal. */
record Stopwatch(long start) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    double millis() {
        return Math.round((System.nanoTime() - start) / 1e5) / 10.0;
    }
}
