package dev.cutover.simulation;

import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;

/**
 * What comes back of a request.
 *
 * @param fenced whether it was refused because its bucket has moved
 * @param version of the key, after a write or at a read; 0 if it is not said
 */
record Answer(Outcome outcome, boolean fenced, int version, ServedBy by) {
    /** The bridge's own: whoever was asked has not answered, or nobody was asked. */
    static final Answer NONE = new Answer(Outcome.UNKNOWN, false, 0, ServedBy.BRIDGE);

    static Answer ok(int version, ServedBy by) {
        return new Answer(Outcome.OK, false, version, by);
    }

    static Answer refused(ServedBy by) {
        return new Answer(Outcome.REFUSED, false, 0, by);
    }

    static Answer fencedOff(ServedBy by) {
        return new Answer(Outcome.REFUSED, true, 0, by);
    }

    Answer as(Outcome other, int otherVersion) {
        return new Answer(other, fenced, otherVersion, by);
    }
}
