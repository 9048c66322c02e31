package dev.cutover.record.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The control words in a journal's header: set by the harness, read by the injector through a mapping of the same file.
 * A change is seen by the other process at its next read, without a message. Safe for many threads.
 */
public final class JournalControl {
    private final ByteBuffer header;

    JournalControl(ByteBuffer header) {
        this.header = header;
    }

    /** Opens a journal's control words; makes the file, with all words zero, where there is none yet. */
    public static JournalControl open(Path file) throws IOException {
        try (Regions regions = Regions.writable(file)) {
            return new JournalControl(JournalHeader.prepare(regions, file));
        }
    }

    /** Index of the phase that operations are invoked in, 0 … 127. */
    public int phase() {
        return (int) Slots.INT.getAcquire(header, Slots.PHASE_AT);
    }

    public void phase(int index) {
        if (index < 0 || index > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("phase index must be 0 … 127, not " + index);
        }
        Slots.INT.setRelease(header, Slots.PHASE_AT, index);
    }

    /** One bit for each fault that is active now. */
    public int faultMask() {
        return (int) Slots.INT.getAcquire(header, Slots.FAULT_MASK_AT);
    }

    public void faultMask(int bits) {
        Slots.INT.setRelease(header, Slots.FAULT_MASK_AT, bits);
    }

    /** True once the injector shall invoke nothing more. */
    public boolean stop() {
        return (int) Slots.INT.getAcquire(header, Slots.STOP_AT) != 0;
    }

    public void stop(boolean wanted) {
        Slots.INT.setRelease(header, Slots.STOP_AT, wanted ? 1 : 0);
    }

    /** {@link System#nanoTime()} from which load is to run; 0 while not decided. */
    public long startNs() {
        return (long) Slots.LONG.getAcquire(header, Slots.START_NS_AT);
    }

    public void startNs(long ns) {
        Slots.LONG.setRelease(header, Slots.START_NS_AT, ns);
    }
}
