package dev.cutover.bridge.move;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs moves. */
public final class MoveMeters {
    private static final Logger LOG = LoggerFactory.getLogger(MoveMeters.class);

    private final Timer moves;
    private final Counter aborts;

    public MoveMeters(MeterRegistry registry) {
        this.moves = Timer.builder("bridge.moves")
                .description("buckets that moved, and how long their requests were held")
                .register(registry);
        this.aborts = Counter.builder("bridge.moves.aborted")
                .description("attempts to move a bucket that were aborted")
                .register(registry);
    }

    void moved(Moved move) {
        moves.record(Duration.ofNanos((long) (move.holdMs() * 1e6)));
        LOG.info(
                "bucket {} moved {} -> {}, epoch {}, held {} requests for {} ms",
                move.bucket(),
                move.from().label(),
                move.to().label(),
                move.epoch(),
                move.held(),
                move.holdMs());
    }

    void aborted(int bucket, int attempt, MoveAborted reason) {
        aborts.increment();
        LOG.warn("bucket {} not moved, attempt {}: {}", bucket, attempt, reason.reason());
    }
}
