package dev.cutover.record.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a sum was in a system at one instant of the run, that no operation may change.
 *
 * @param invokedNs before that instant
 * @param returnedNs after it
 * @param value null over no rows
 */
public record TotalRead(
        String system,
        String total,
        long invokedNs,
        long returnedNs,
        @Nullable BigDecimal value) {
    public TotalRead {
        if (returnedNs < invokedNs) {
            throw new IllegalArgumentException(
                    "it was read before it was asked for: " + returnedNs + " < " + invokedNs);
        }
    }
}
