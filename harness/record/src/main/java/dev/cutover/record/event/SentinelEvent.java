package dev.cutover.record.event;

import org.jspecify.annotations.Nullable;

/**
 * A sentinel that was sent into a stream came out at its far end, or did not.
 *
 * @param reason why it did not cross; null if it did
 */
@Line(
        kind = "sentinel",
        says = "`crossed`: what was sent after the last operation came out at the far end, everywhere; else `reason`")
public record SentinelEvent(
        String stream,
        boolean crossed,
        double tookMs,
        @Nullable String reason) implements Event {}
