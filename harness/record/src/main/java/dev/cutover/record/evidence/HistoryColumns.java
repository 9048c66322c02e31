package dev.cutover.record.evidence;

import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.Outcome;

/** The arrays behind a history while it is filled. */
public final class HistoryColumns {
    public static final byte OK = (byte) Outcome.OK.code();
    public static final byte REFUSED = (byte) Outcome.REFUSED.code();

    public final long[] id;
    public final long[] invokedNs;
    public final long[] endedNs;
    public final long[] subject;
    public final int[] process;
    public final int[] key;
    public final int[] version;
    public final int[] faultMask;
    public final short[] cause;
    public final byte[] kind;
    public final byte[] outcome;
    public final byte[] phaseInvoked;
    public final byte[] phaseReturned;
    public final byte[] servedBy;
    public final byte[] attempts;
    public int size;

    public HistoryColumns(int capacity) {
        id = new long[capacity];
        invokedNs = new long[capacity];
        endedNs = new long[capacity];
        subject = new long[capacity];
        process = new int[capacity];
        key = new int[capacity];
        version = new int[capacity];
        faultMask = new int[capacity];
        cause = new short[capacity];
        kind = new byte[capacity];
        outcome = new byte[capacity];
        phaseInvoked = new byte[capacity];
        phaseReturned = new byte[capacity];
        servedBy = new byte[capacity];
        attempts = new byte[capacity];
    }

    public void add(Operation o) {
        int i = size++;
        id[i] = o.id();
        invokedNs[i] = o.invokedNs();
        endedNs[i] = o.endedNs();
        subject[i] = o.subject();
        process[i] = o.process();
        key[i] = o.key();
        version[i] = o.version();
        faultMask[i] = o.faultMask();
        cause[i] = (short) o.cause();
        kind[i] = (byte) o.kind();
        outcome[i] = (byte) o.outcome().code();
        phaseInvoked[i] = (byte) o.phaseInvoked();
        phaseReturned[i] = (byte) o.phaseReturned();
        servedBy[i] = (byte) o.servedBy();
        attempts[i] = (byte) o.attempts();
    }

    /** Adds an intact slot; of one that did not end, the answer is left out. */
    public void add(JournalReader reader, long slot) {
        Outcome found = reader.outcome(slot);
        int i = size++;
        id[i] = reader.operationId(slot);
        invokedNs[i] = reader.invokedNs(slot);
        process[i] = reader.process(slot);
        key[i] = reader.key(slot);
        faultMask[i] = reader.faultMask(slot);
        kind[i] = reader.kind(slot);
        outcome[i] = (byte) found.code();
        phaseInvoked[i] = reader.phaseInvoked(slot);
        endedNs[i] = Long.MAX_VALUE;
        subject[i] = reader.subject(slot);
        attempts[i] = 1;
        if (found.ended()) {
            addAnswer(reader, slot, i);
        }
    }

    private void addAnswer(JournalReader reader, long slot, int i) {
        endedNs[i] = reader.returnedNs(slot);
        version[i] = reader.version(slot);
        cause[i] = reader.cause(slot);
        phaseReturned[i] = reader.phaseReturned(slot);
        servedBy[i] = reader.servedBy(slot);
        attempts[i] = reader.attempts(slot);
    }

    public Operation operation(int i) {
        return new Operation(
                id[i],
                process[i],
                Byte.toUnsignedInt(kind[i]),
                key[i],
                Outcome.of(outcome[i]),
                invokedNs[i],
                endedNs[i],
                phaseInvoked[i],
                phaseReturned[i],
                servedBy[i],
                subject[i],
                version[i],
                cause[i],
                attempts[i],
                faultMask[i]);
    }
}
