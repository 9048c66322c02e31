package dev.cutover.bridge.traffic;

/** What the new system recognises a retry by. */
@FunctionalInterface
public interface IdempotencyKeys {

    /** The key of one attempt at the operation with this id. */
    String of(String operationId);

    /** The operation id itself: the same for every attempt, on whichever system. */
    static IdempotencyKeys operationId() {
        return operationId -> operationId;
    }
}
