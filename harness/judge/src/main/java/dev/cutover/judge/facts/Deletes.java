package dev.cutover.judge.facts;

import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.Arrays;
import java.util.List;

/**
 * Which appends deletes are about. A delete of unknown outcome may have happened at any time after it was asked for; so the row of an append may
 * be absent, and nobody is accused.
 */
public final class Deletes {
    private static final int NONE = -1;

    private final History history;
    private final int[] subject;
    private final long[] firstInvokedNs;
    private final long[] madeAgainNs;

    Deletes(History history, List<Manifest.Kind> kinds, LongIndex operations) {
        this.history = history;
        this.subject = new int[history.size()];
        this.firstInvokedNs = new long[history.size()];
        this.madeAgainNs = new long[history.size()];
        Arrays.fill(subject, NONE);
        Arrays.fill(firstInvokedNs, Long.MAX_VALUE);
        Arrays.fill(madeAgainNs, Long.MIN_VALUE);
        for (int i = 0; i < history.size(); i++) {
            int append = history.subject(i) == 0 ? NONE : operations.find(history.subject(i));
            if (append != NONE && !history.refused(i)) {
                add(kinds.get(history.kind(i)).role() == Role.DELETE, i, append);
            }
        }
    }

    private void add(boolean delete, int operation, int append) {
        if (delete) {
            subject[operation] = append;
            firstInvokedNs[append] = Math.min(firstInvokedNs[append], history.invokedNs(operation));
        } else {
            madeAgainNs[append] = Math.max(madeAgainNs[append], history.returnedNs(operation));
        }
    }

    /** Whether a delete may have taken an append's row by an instant. */
    public boolean mayHaveTaken(int append, long byNs) {
        return firstInvokedNs[append] <= byNs;
    }

    /** The append that a delete is about, or -1. */
    public int subject(int delete) {
        return subject[delete];
    }

    /**
     * Whether an acknowledged delete must have taken its append's row for good: the append was acknowledged before, was sent only once, so that
     * none of it can arrive later, and nobody may have made the row again since.
     */
    public boolean forGood(int delete) {
        int append = subject[delete];
        return append != NONE
                && history.ok(delete)
                && history.ok(append)
                && history.attempts(append) == 1
                && history.returnedNs(append) < history.invokedNs(delete)
                && madeAgainNs[append] < history.invokedNs(delete);
    }
}
