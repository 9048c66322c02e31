package dev.cutover.record.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads a journal by slot number, also while it grows. The answer fields of a slot mean nothing until its outcome is OK, REFUSED or UNKNOWN:
 * ask for the outcome first, and before that whether it is intact. An EMPTY slot below {@link #size()} was claimed by a writer that died before it wrote, or was lost.
 */
public final class JournalReader implements AutoCloseable {
    private final Regions regions;
    private final ByteBuffer header;

    private JournalReader(Regions regions, ByteBuffer header) {
        this.regions = regions;
        this.header = header;
    }

    /**
     * Opens a journal to read from.
     *
     * @throws IOException if there is no such file or it is no journal of this format
     */
    public static JournalReader open(Path file) throws IOException {
        Regions regions = Regions.readOnly(file);
        return new JournalReader(regions, JournalHeader.existing(regions, file));
    }

    /** Number of slots claimed until now and present in the file. */
    public long size() {
        return Math.min(claimed(), room());
    }

    private long room() {
        try {
            return (regions.fileSize() - Slots.HEADER) / Slots.SIZE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the journal's size", e);
        }
    }

    /** Number of slots claimed until now; more than {@link #size()} where the file was cut off. */
    public long claimed() {
        return (long) Slots.LONG.getAcquire(header, Slots.CLAIMED_AT);
    }

    /** Whether a slot is as its writer left it, by its checksum; an EMPTY one is not. */
    public boolean intact(long slot) {
        long offset = Slots.offset(slot);
        return SlotState.intact(regions.at(offset), Regions.within(offset), slot);
    }

    /** Whether any slot was written beyond those that the header says were claimed: then the header is damaged. */
    public boolean writtenBeyondClaimed() {
        long room = room();
        for (long slot = claimed(); slot < room; slot++) {
            if (state(slot) != 0) {
                return true;
            }
        }
        return false;
    }

    public Outcome outcome(long slot) {
        return Outcome.of(SlotState.code(state(slot)));
    }

    private long state(long slot) {
        long offset = Slots.offset(slot);
        return (long) Slots.LONG.getAcquire(regions.at(offset), Regions.within(offset) + Slots.STATE);
    }

    public int process(long slot) {
        return intAt(slot, Slots.PROCESS);
    }

    public long invokedNs(long slot) {
        return longAt(slot, Slots.INVOKED_NS);
    }

    public long returnedNs(long slot) {
        return longAt(slot, Slots.RETURNED_NS);
    }

    public long operationId(long slot) {
        return longAt(slot, Slots.OPERATION);
    }

    public int key(long slot) {
        return intAt(slot, Slots.KEY);
    }

    public byte kind(long slot) {
        return byteAt(slot, Slots.KIND);
    }

    public byte phaseInvoked(long slot) {
        return byteAt(slot, Slots.PHASE_INVOKED);
    }

    public byte phaseReturned(long slot) {
        return byteAt(slot, Slots.PHASE_RETURNED);
    }

    public byte servedBy(long slot) {
        return byteAt(slot, Slots.SERVED_BY);
    }

    public long subject(long slot) {
        return longAt(slot, Slots.SUBJECT);
    }

    public int version(long slot) {
        return intAt(slot, Slots.VERSION);
    }

    public short cause(long slot) {
        long offset = Slots.offset(slot);
        return regions.at(offset).getShort(Regions.within(offset) + Slots.CAUSE);
    }

    public byte attempts(long slot) {
        return byteAt(slot, Slots.ATTEMPTS);
    }

    public int faultMask(long slot) {
        return intAt(slot, Slots.FAULT_MASK);
    }

    private long longAt(long slot, int field) {
        long offset = Slots.offset(slot);
        return regions.at(offset).getLong(Regions.within(offset) + field);
    }

    private int intAt(long slot, int field) {
        long offset = Slots.offset(slot);
        return regions.at(offset).getInt(Regions.within(offset) + field);
    }

    private byte byteAt(long slot, int field) {
        long offset = Slots.offset(slot);
        return regions.at(offset).get(Regions.within(offset) + field);
    }

    @Override
    public void close() throws IOException {
        regions.close();
    }
}
