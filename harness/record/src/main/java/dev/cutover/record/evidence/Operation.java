package dev.cutover.record.evidence;

import dev.cutover.record.journal.Outcome;

/**
 * One operation as the client saw it: a journal slot, decoded.
 *
 * @param kind index into the manifest's kinds
 * @param endedNs when the client had its answer or gave up; {@link Long#MAX_VALUE} if it did neither
 * @param subject the operation of the append that it is about; 0 for none
 * @param attempts how often it was sent
 */
public record Operation(
        long id,
        int process,
        int kind,
        int key,
        Outcome outcome,
        long invokedNs,
        long endedNs,
        int phaseInvoked,
        int phaseReturned,
        int servedBy,
        long subject,
        int version,
        int cause,
        int attempts,
        int faultMask) {

    /** An operation with no more than what the checkers look at, sent once in phase 0. */
    public static Operation of(long id, int kind, int key, Outcome outcome, long invokedNs, long endedNs) {
        return new Operation(id, 1, kind, key, outcome, invokedNs, endedNs, 0, 0, 0, 0, 0, 0, 1, 0);
    }
}
