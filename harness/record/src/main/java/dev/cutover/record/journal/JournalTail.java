package dev.cutover.record.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Follows a growing journal and counts every operation once, in the call after it ended. For one thread. */
public final class JournalTail implements AutoCloseable {
    private static final long LONGEST_NS = 3_600_000_000_000L;

    private final JournalReader reader;
    private long next;
    private long[] running = new long[1024];
    private int runningCount;

    private JournalTail(JournalReader reader) {
        this.reader = reader;
    }

    public static JournalTail open(Path file) throws IOException {
        return new JournalTail(JournalReader.open(file));
    }

    /** What ended since the last call. */
    public Progress poll() {
        Histogram latencyNs = new Histogram(LONGEST_NS, 3);
        long[] ended = new long[5];
        int kept = 0;
        for (int i = 0; i < runningCount; i++) {
            if (!count(running[i], ended, latencyNs)) {
                running[kept++] = running[i];
            }
        }
        runningCount = kept;
        for (long size = reader.size(); next < size; next++) {
            if (!count(next, ended, latencyNs)) {
                remember(next);
            }
        }
        return new Progress(
                ended[Outcome.OK.code()],
                ended[Outcome.REFUSED.code()],
                ended[Outcome.UNKNOWN.code()],
                runningCount,
                latencyNs);
    }

    private boolean count(long slot, long[] ended, Histogram latencyNs) {
        Outcome outcome = reader.outcome(slot);
        if (!outcome.ended()) {
            return false;
        }
        ended[outcome.code()]++;
        if (outcome != Outcome.UNKNOWN) {
            long took = reader.returnedNs(slot) - reader.invokedNs(slot);
            latencyNs.recordValue(Math.clamp(took, 0, LONGEST_NS));
        }
        return true;
    }

    private void remember(long slot) {
        if (runningCount == running.length) {
            running = Arrays.copyOf(running, 2 * runningCount);
        }
        running[runningCount++] = slot;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /**
     * Operations that ended between two looks.
     *
     * @param running operations that have not ended yet
     * @param latencyNs of the answered ones (OK and REFUSED), from the first send to the last answer
     */
    public record Progress(long ok, long refused, long unknown, int running, Histogram latencyNs) {
        public long ended() {
            return ok + refused + unknown;
        }
    }
}
