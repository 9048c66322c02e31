package dev.cutover.record.event;

import org.jspecify.annotations.Nullable;

/**
 * What the plan itself claims to show that everything has come out: weaker than a sentinel, for nothing was sent that could be seen.
 *
 * @param steps the plan's list of steps that was done
 * @param reason why they did not show it; null if they did
 */
@Line(
        kind = "drained",
        says = "after the last operation, as the plan claims: `held` if its list `steps` could be done; else `reason`")
public record Drained(
        String steps, boolean held, double tookMs, @Nullable String reason) implements Event {}
