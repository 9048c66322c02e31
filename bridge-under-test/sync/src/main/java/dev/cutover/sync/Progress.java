package dev.cutover.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far the applying of one direction came since the process started. */
final class Progress {
    static final long UNKNOWN = -1;

    private final Counter applied;
    private final Counter skipped;
    private final Counter deadLetters;
    private final Timer latency;
    private final AtomicLong lastCommittedAt = new AtomicLong();
    private final AtomicLongArray positions = new AtomicLongArray(Setup.PARTITIONS);

    Progress(MeterRegistry registry, Direction direction) {
        applied = registry.counter("sync.applied", "direction", direction.text());
        skipped = registry.counter("sync.skipped", "direction", direction.text());
        deadLetters = registry.counter("sync.dead.letters", "direction", direction.text());
        latency = Timer.builder("sync.apply.latency")
                .description("from the commit at the source to the commit at the target")
                .tag("direction", direction.text())
                .publishPercentileHistogram()
                .register(registry);
        for (int partition = 0; partition < Setup.PARTITIONS; partition++) {
            positions.set(partition, UNKNOWN);
        }
    }

    void count(Outcome outcome, long committedAt) {
        switch (outcome) {
            case Outcome.Applied fresh -> {
                applied.increment();
                latency.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - committedAt)));
            }
            case Outcome.Skipped known -> skipped.increment();
            case Outcome.Dead dead -> deadLetters.increment();
        }
        lastCommittedAt.accumulateAndGet(committedAt, Math::max);
    }

    /** Everything before that offset of the partition is applied. */
    void reached(int partition, long offset) {
        positions.set(partition, offset);
    }

    /** The next offset to apply, or {@link #UNKNOWN}. */
    long position(int partition) {
        return positions.get(partition);
    }

    long lastCommittedAt() {
        return lastCommittedAt.get();
    }

    long applied() {
        return (long) applied.count();
    }

    long skipped() {
        return (long) skipped.count();
    }

    long deadLetters() {
        return (long) deadLetters.count();
    }
}
