package dev.cutover.sync.lag;

import dev.cutover.sync.schema.Direction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far the applying of one direction came since the process started. */
public final class Progress {
    public static final long UNKNOWN = -1;

    private final Counter applied;
    private final Counter skipped;
    private final Counter deadLetters;
    private final Timer latency;
    private final AtomicLong lastCommittedAt = new AtomicLong();
    private final AtomicLongArray positions = new AtomicLongArray(Direction.PARTITIONS);

    Progress(MeterRegistry registry, Direction direction) {
        applied = registry.counter("sync.applied", "direction", direction.text());
        skipped = registry.counter("sync.skipped", "direction", direction.text());
        deadLetters = registry.counter("sync.dead.letters", "direction", direction.text());
        latency = Timer.builder("sync.apply.latency")
                .description("from the commit at the source to the commit at the target")
                .tag("direction", direction.text())
                .publishPercentileHistogram()
                .register(registry);
        for (int partition = 0; partition < Direction.PARTITIONS; partition++) {
            positions.set(partition, UNKNOWN);
        }
    }

    /** Counts a change of that moment at the source as written to the target now. */
    public void countApplied(long committedAt) {
        applied.increment();
        latency.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - committedAt)));
        seen(committedAt);
    }

    /** Counts a change that the target had already. */
    public void countSkipped(long committedAt) {
        skipped.increment();
        seen(committedAt);
    }

    /** Counts a change that could not be applied. */
    public void countDeadLetter(long committedAt) {
        deadLetters.increment();
        seen(committedAt);
    }

    private void seen(long committedAt) {
        lastCommittedAt.accumulateAndGet(committedAt, Math::max);
    }

    /** Everything before that offset of the partition is applied. */
    public void reached(int partition, long offset) {
        positions.set(partition, offset);
    }

    /** The next offset to apply, or {@link #UNKNOWN}. */
    public long position(int partition) {
        return positions.get(partition);
    }

    long lastCommittedAt() {
        return lastCommittedAt.get();
    }

    public long applied() {
        return (long) applied.count();
    }

    public long skipped() {
        return (long) skipped.count();
    }

    public long deadLetters() {
        return (long) deadLetters.count();
    }
}
