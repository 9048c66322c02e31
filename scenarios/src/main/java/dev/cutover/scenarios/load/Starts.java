package dev.cutover.scenarios.load;

import dev.cutover.record.run.InjectorHealth.StartLag;
import dev.cutover.record.run.InjectorHealth.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** When sessions were to start, and when they did. Safe for many threads. */
final class Starts {
    private static final int WINDOW = 10;
    private static final long WINDOW_NS = Duration.ofSeconds(WINDOW).toNanos();
    private static final double MICROS_PER_MS = 1_000;

    /** Users are made this long before their sessions begin, so that each can wait for its exact instant. */
    private static final long LEAD_NS = Duration.ofSeconds(1).toNanos();

    private final ArrivalPlan plan;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicLong zeroNs = new AtomicLong();
    private final AtomicIntegerArray perWindow;
    private final ConcurrentHistogram lagMicros = new ConcurrentHistogram(2);

    Starts(ArrivalPlan plan) {
        this.plan = plan;
        this.perWindow = new AtomicIntegerArray(plan.seconds() / WINDOW + 2);
    }

    /** The next user's session; the first one sets the zero of the run's time. */
    int arrive() {
        zeroNs.compareAndSet(0, System.nanoTime() + LEAD_NS);
        return Math.min(next.getAndIncrement(), plan.sessions() - 1);
    }

    Duration untilStart(int session) {
        return Duration.ofNanos(Math.max(0, plan.intendedNs(session) - elapsedNs()));
    }

    void started(int session) {
        long now = elapsedNs();
        lagMicros.recordValue(Math.max(0, now - plan.intendedNs(session)) / 1_000);
        started.incrementAndGet();
        int window = (int) Math.max(0, now / WINDOW_NS);
        perWindow.incrementAndGet(Math.min(window, perWindow.length() - 1));
    }

    boolean running() {
        return zeroNs.get() != 0;
    }

    /** Since load began; negative while it is about to. */
    long elapsedNs() {
        return running() ? System.nanoTime() - zeroNs.get() : 0;
    }

    int started() {
        return started.get();
    }

    StartLag lag() {
        return new StartLag(
                lagMicros.getValueAtPercentile(50) / MICROS_PER_MS,
                lagMicros.getValueAtPercentile(99) / MICROS_PER_MS,
                lagMicros.getMaxValue() / MICROS_PER_MS);
    }

    /** Up to that instant of the run. */
    List<Window> windows(long untilNs) {
        List<Window> windows = new ArrayList<>();
        for (long from = 0; from < untilNs && windows.size() < perWindow.length(); from += WINDOW_NS) {
            long to = Math.min(from + WINDOW_NS, untilNs);
            windows.add(new Window(
                    windows.size() * WINDOW,
                    plan.before(to) - plan.before(from),
                    perWindow.get(windows.size()),
                    to == from + WINDOW_NS));
        }
        return windows;
    }
}
