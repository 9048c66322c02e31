package dev.cutover.record.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One second of load; for display, and for the machine's state. What was not known is null.
 *
 * @param operations that ended
 * @param p50Ms of the answered ones; null if there was none
 * @param busy share of the machine's processor time in use
 * @param stolen the part of it that its host gave to others
 */
@Line(
        kind = "sample",
        says =
                "once a second; `busy` and `stolen` are shares of the machine's processor time, 0 … 1; programs that are nice give way, and are not busy")
public record Sample(
        String phase,
        long operations,
        long refused,
        long unknown,
        @Nullable Double p50Ms,
        @Nullable Double p99Ms,
        Lag lagMs,
        @Nullable Double busy,
        @Nullable Double stolen)
        implements Event {

    /** Replication lag by direction, in milliseconds; null where the sync did not say. */
    public record Lag(
            @JsonProperty("old-to-new") @Nullable Double oldToNew,
            @JsonProperty("new-to-old") @Nullable Double newToOld) {}
}
