package dev.cutover.record.recorder;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.journal.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An operation whose intent is in the journal. It ends once: acknowledged, refused, or of unknown outcome; one that never ends counts as
 * unknown. Safe for many threads.
 */
public final class Operation {
    private final Journal journal;
    private final long slot;
    private final long id;
    private final AtomicBoolean ended = new AtomicBoolean();

    Operation(Journal journal, long slot, long id) {
        this.journal = journal;
        this.slot = slot;
        this.id = id;
    }

    /** What the request must carry, so that final reads find it again. */
    public long id() {
        return id;
    }

    /** The same number as a UUID, for systems that want one. */
    public String uuid() {
        return OperationIds.uuid(id);
    }

    /** It was acknowledged: it happened. */
    public void ok() {
        ok(Answer.SILENT);
    }

    public void ok(Answer answer) {
        end(Outcome.OK, answer);
    }

    /** It was refused, and definitely had no effect, in no attempt. */
    public void refused() {
        refused(Answer.SILENT);
    }

    public void refused(Answer answer) {
        end(Outcome.REFUSED, answer);
    }

    /** It may or may not have happened: no answer, or one that promises neither. */
    public void unknown() {
        unknown(Answer.SILENT);
    }

    public void unknown(Answer answer) {
        end(Outcome.UNKNOWN, answer);
    }

    /**
     * Records how it ended.
     *
     * @param outcome OK, REFUSED or UNKNOWN
     * @throws IllegalStateException if it has ended already
     */
    public void end(Outcome outcome, Answer answer) {
        if (!ended.compareAndSet(false, true)) {
            throw new IllegalStateException("operation " + id + " has ended already; each ends once");
        }
        journal.complete(
                slot,
                outcome,
                answer.version(),
                cause(outcome, answer),
                answer.attempts(),
                answer.servedBy().code());
    }

    private static short cause(Outcome outcome, Answer answer) {
        if (outcome == Outcome.OK) {
            return Cause.NONE;
        }
        return answer.status() == 0 ? Cause.UNSAID : Cause.status(answer.status());
    }
}
