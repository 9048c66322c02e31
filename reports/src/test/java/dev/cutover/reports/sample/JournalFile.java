package dev.cutover.reports.sample;

import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.SlotState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a journal with times of its own choice, which the real writer cannot: it takes them from the clock. */
final class JournalFile {
    private static final int HEADER = 4096;
    private static final int SLOT = 64;

    private final ByteBuffer bytes;
    private final Random random;
    private int slots;

    private JournalFile(int mostSlots, long seed) {
        bytes = ByteBuffer.allocate(HEADER + mostSlots * SLOT).order(ByteOrder.LITTLE_ENDIAN);
        random = new Random(seed);
    }

    /** Operations of all phases before {@code endNs}, evenly many a second. */
    static void write(Path file, int perSecond, long endNs) throws IOException {
        JournalFile journal = new JournalFile(perSecond * 200, 42);
        for (Schedule.Phase phase : Schedule.phases()) {
            long step = Schedule.SECOND / perSecond;
            for (long ns = phase.beginNs(); ns < Math.min(endNs, phase.endNs()); ns += step) {
                journal.operation(phase, ns);
            }
        }
        Files.createDirectories(file.getParent());
        Files.write(file, journal.finished());
    }

    private void operation(Schedule.Phase phase, long ns) {
        boolean broken = phase.broken(ns);
        boolean felt = broken && random.nextInt(3) == 0;
        Outcome outcome = felt && random.nextInt(6) == 0
                ? Outcome.UNKNOWN
                : random.nextInt(25) == 0 ? Outcome.REFUSED : Outcome.OK;
        double ms = 2.5 * Math.exp(0.55 * random.nextGaussian()) * (felt ? 40 : 1);
        int slot = slots++;
        int at = HEADER + slot * SLOT;
        bytes.putLong(at + 8, ns)
                .putLong(at + 16, slots)
                .putInt(at + 24, 1 + random.nextInt(7000))
                .putInt(at + 28, slots % 50)
                .put(at + 37, (byte) phase.index())
                .putLong(at + 40, ns + (long) (ms * 1e6));
        bytes.putLong(at, SlotState.of(bytes, at, slot, outcome));
    }

    private byte[] finished() {
        bytes.put(0, "CUTOVERJ".getBytes(StandardCharsets.US_ASCII))
                .putInt(8, 2)
                .putInt(12, SLOT)
                .putLong(192, slots);
        byte[] used = new byte[HEADER + slots * SLOT];
        bytes.get(0, used);
        return used;
    }
}
