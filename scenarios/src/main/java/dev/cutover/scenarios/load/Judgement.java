package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Outcome;

/**
 * What a client may conclude.
 *
 * @param cause a code of {@link dev.cutover.record.journal.Cause}
 */
record Judgement(Outcome outcome, short cause) {

    /** The same, of an operation that may have happened in an earlier attempt: "nothing happened" speaks of one attempt only. */
    Judgement doubted() {
        return outcome == Outcome.REFUSED ? new Judgement(Outcome.UNKNOWN, cause) : this;
    }
}
