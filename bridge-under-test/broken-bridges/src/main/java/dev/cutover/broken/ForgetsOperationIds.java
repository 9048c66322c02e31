package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import java.util.UUID;

/** A bridge whose requests to the new system carry a fresh idempotency key for every attempt, so a retry applies twice. */
public final class ForgetsOperationIds {
    private ForgetsOperationIds() {}

    public static void main(String[] args) {
        Bridge.run(parts -> parts.withKeys(operationId -> UUID.randomUUID().toString()));
    }
}
