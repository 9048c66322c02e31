package dev.cutover.record.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The client-side record of every operation, written by the injector: the intent before the request is sent.
 * Mapped memory, so what was written survives {@code kill -9} of any process (not a loss of power).
 * Lock-free for any number of threads; opening an existing file goes on after its last slot.
 */
public final class Journal implements AutoCloseable {
    private final Regions regions;
    private final ByteBuffer header;
    private final JournalControl control;

    private Journal(Regions regions, ByteBuffer header) {
        this.regions = regions;
        this.header = header;
        this.control = new JournalControl(header);
    }

    /**
     * Opens a journal to write to; makes the file where there is none.
     *
     * @throws IOException if the file cannot be mapped or is something else than a journal of this format
     */
    public static Journal open(Path file) throws IOException {
        Regions regions = Regions.writable(file);
        return new Journal(regions, JournalHeader.prepare(regions, file));
    }

    public JournalControl control() {
        return control;
    }

    /**
     * Records that an operation is about to be sent, stamped with the time, phase and active faults of now.
     *
     * @param process the logical client; one that got no answer must go on under another number
     * @param kind index of the operation's kind in the manifest
     * @param key the key
     * @param operationId unique in the run, positive; reads too
     * @param subject the operation id of the append that a write is about; 0 if none
     * @return the slot, for {@link #complete}
     */
    public long invoke(int process, byte kind, int key, long operationId, long subject) {
        long slot = (long) Slots.LONG.getAndAdd(header, Slots.CLAIMED_AT, 1L);
        long offset = Slots.offset(slot);
        ByteBuffer region = regions.at(offset);
        int at = Regions.within(offset);
        region.putInt(at + Slots.PROCESS, process)
                .putLong(at + Slots.OPERATION, operationId)
                .putInt(at + Slots.KEY, key)
                .put(at + Slots.KIND, kind)
                .put(at + Slots.PHASE_INVOKED, (byte) control.phase())
                .putLong(at + Slots.SUBJECT, subject)
                .putInt(at + Slots.FAULT_MASK, control.faultMask())
                .putLong(at + Slots.INVOKED_NS, System.nanoTime());
        Slots.LONG.setRelease(region, at + Slots.STATE, SlotState.of(region, at, slot, Outcome.INVOKED));
        return slot;
    }

    /** Records that an operation about no other is about to be sent. */
    public long invoke(int process, byte kind, int key, long operationId) {
        return invoke(process, kind, key, operationId, 0);
    }

    /**
     * Records how an operation ended; once for each slot.
     *
     * @param outcome OK, REFUSED or UNKNOWN
     * @param version the key's version in the answer; 0 if there was none
     * @param cause the injector's code for why the outcome is what it is: a status, a return code, a kind of exception
     * @param attempts how often it was sent
     * @param servedBy see {@link ServedBy}
     * @throws IllegalStateException if the slot is not that of a running operation
     */
    public void complete(long slot, Outcome outcome, int version, short cause, int attempts, byte servedBy) {
        if (!outcome.ended()) {
            throw new IllegalArgumentException("an operation ends as OK, REFUSED or UNKNOWN, not as " + outcome);
        }
        long offset = Slots.offset(slot);
        ByteBuffer region = regions.at(offset);
        int at = Regions.within(offset);
        requireRunning(region, at, slot);
        region.putInt(at + Slots.VERSION, version)
                .putShort(at + Slots.CAUSE, cause)
                .put(at + Slots.ATTEMPTS, (byte) Math.min(attempts, Byte.MAX_VALUE))
                .put(at + Slots.SERVED_BY, servedBy)
                .put(at + Slots.PHASE_RETURNED, (byte) control.phase())
                .putLong(at + Slots.RETURNED_NS, System.nanoTime());
        Slots.LONG.setRelease(region, at + Slots.STATE, SlotState.of(region, at, slot, outcome));
    }

    private static void requireRunning(ByteBuffer region, int at, long slot) {
        int state = SlotState.code(region.getLong(at + Slots.STATE));
        if (state != Outcome.INVOKED.code()) {
            throw new IllegalStateException(
                    "slot " + slot + " is not running: state " + state + "; every invoke is completed exactly once");
        }
    }

    @Override
    public void close() throws IOException {
        regions.close();
    }
}
