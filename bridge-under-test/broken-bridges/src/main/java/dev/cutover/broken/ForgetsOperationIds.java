package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;
import java.util.UUID;

/**
 * A bridge whose requests to the new system carry a fresh idempotency key for every attempt, so a retry applies twice.
 */
public final class ForgetsOperationIds {
    private ForgetsOperationIds() {}

    public static void main(String[] args) {
        Bridge.run(ForgetsOperationIds::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withKeys(operationId -> {
            activated.increment();
            return UUID.randomUUID().toString();
        });
    }
}
