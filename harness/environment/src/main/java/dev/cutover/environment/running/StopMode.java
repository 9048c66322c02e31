package dev.cutover.environment.running;

import java.time.Duration;

/** How what runs is brought to its end. */
public enum StopMode {
    /** With time to end in good order. */
    GENTLE,
    /** By SIGKILL: what it would still do is of no use, as after a start that failed or an interruption. */
    AT_ONCE;

    /** The time from SIGTERM to SIGKILL; none if it goes at once. */
    public Duration within(Duration grace) {
        return this == AT_ONCE ? Duration.ZERO : grace;
    }
}
