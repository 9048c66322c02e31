package dev.cutover.record.event;

/**
 * Something was read for judging.
 *
 * @param name such as {@code old-final}, {@code topics}, {@code comparisons}
 * @param reason why it is not complete; else empty
 */
@Line(
        kind = "observation",
        says = "a state or another part of `observed/` was read; `reason` says why it is not complete")
public record Observed(String name, long invokedNs, long returnedNs, boolean complete, String reason)
        implements Event {}
