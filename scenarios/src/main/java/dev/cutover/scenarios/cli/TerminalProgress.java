package dev.cutover.scenarios.cli;

import dev.cutover.record.event.Sample;
import dev.cutover.rehearse.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a rehearsal to a person: one living line on a terminal, a line every five seconds in a log. */
final class TerminalProgress implements Progress {

    private static final int LOG_EVERY = 5;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long loadEndsNs;
    private int samples;

    TerminalProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void step(String what) {
        line("      " + what);
    }

    @Override
    public synchronized void phase(String name, int index, int count, Duration left) {
        loadEndsNs = System.nanoTime() + left.toNanos();
        line("[%d/%d] %s".formatted(index + 1, count, name));
    }

    @Override
    public synchronized void note(String text) {
        line("      " + text);
    }

    @Override
    public synchronized void sample(Sample sample) {
        samples++;
        String text = "      %-15s %4d op/s  refused %d  unknown %d  p50 %s  p99 %s  lag %s %s  %sabout %d s left"
                .formatted(
                        sample.phase(),
                        sample.operations(),
                        sample.refused(),
                        sample.unknown(),
                        milliseconds(sample.p50Ms()),
                        milliseconds(sample.p99Ms()),
                        "→" + milliseconds(sample.lagMs().oldToNew()),
                        "←" + milliseconds(sample.lagMs().newToOld()),
                        processors(sample),
                        Math.max(0, (loadEndsNs - System.nanoTime()) / 1_000_000_000));
        if (terminal) {
            out.print(CLEAR + text);
            out.flush();
        } else if (samples % LOG_EVERY == 0) {
            line(text);
        }
    }

    private static String milliseconds(@Nullable Double ms) {
        return ms == null ? "–" : "%.0f ms".formatted(ms);
    }

    private static String processors(Sample sample) {
        Double busy = sample.busy();
        return busy == null ? "" : "cpu %.0f %%  ".formatted(busy * 100);
    }

    private void line(String text) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println((terminal ? CLEAR : "") + "%6.1f s %s".formatted(seconds, text));
        out.flush();
    }
}
