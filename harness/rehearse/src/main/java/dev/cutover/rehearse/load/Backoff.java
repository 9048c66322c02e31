package dev.cutover.rehearse.load;

import java.time.Duration;

/** How long a client waits before it asks again: longer with each attempt. */
public final class Backoff {
    /** After the first attempt, drawn evenly between these; after the n-th n times as long. */
    public static final Duration SHORTEST = Duration.ofMillis(50);

    public static final Duration LONGEST = Duration.ofMillis(150);

    private Backoff() {}
}
