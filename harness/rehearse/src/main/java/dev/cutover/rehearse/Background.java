package dev.cutover.rehearse;

import dev.cutover.record.event.BackgroundEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.ControlSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the plan does again and again beside clients and phases. It goes on while streams are drained, since a batch job may be what drains
 * them, and has ended when the final state is observed.
 */
public final class Background implements AutoCloseable {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final List<Work> works = new ArrayList<>();
    private final Duration longest;
    private final ScheduledExecutorService clock;

    public Background(ControlSpec spec, Controls controls, EventLog events) {
        spec.background().forEach(planned -> works.add(new Work(planned, controls, events)));
        longest = spec.within().plus(MARGIN);
        clock = Executors.newScheduledThreadPool(
                Math.max(1, works.size()),
                Thread.ofPlatform().name("background-", 0).daemon().factory());
    }

    public void start() {
        for (Work work : works) {
            var unused = clock.scheduleAtFixedRate(
                    work::again, 0, work.planned.every().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Lets what is under way come to its end; what failed last is tried once more. Returns what failed then, too. */
    public List<String> end() throws InterruptedException {
        clock.shutdown();
        boolean ended = clock.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
        List<String> failed = new ArrayList<>();
        for (Work work : works) {
            if (!ended || !work.endWell()) {
                failed.add(work.planned.steps());
            }
        }
        return failed;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            boolean unused = clock.awaitTermination(MARGIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One list; by one thread at a time. */
    private static final class Work {

        private final ControlSpec.Background planned;
        private final Controls controls;
        private final EventLog events;
        private long runs;
        private long failures;
        private boolean lastFailed;

        Work(ControlSpec.Background planned, Controls controls, EventLog events) {
            this.planned = planned;
            this.controls = controls;
            this.events = events;
        }

        void again() {
            try {
                run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void run() throws InterruptedException {
            long begin = System.nanoTime();
            runs++;
            lastFailed = true;
            try {
                controls.play(List.of(planned.steps()));
                lastFailed = false;
            } catch (RehearsalException e) {
                failures++;
                double tookMs = (System.nanoTime() - begin) / 1_000_000.0;
                events.record(new BackgroundEvent.Failed(planned.steps(), tookMs, String.valueOf(e.getMessage())));
            }
        }

        synchronized boolean endWell() throws InterruptedException {
            if (lastFailed) {
                run();
            }
            events.record(new BackgroundEvent.Ended(planned.steps(), runs, failures, !lastFailed));
            return !lastFailed;
        }
    }
}
