package dev.cutover.bridge.move;

import dev.cutover.bridge.routing.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The moves of one routing change, up to 8 at a time; none is started after one was given up. */
final class Moves {
    private static final int PARALLEL = 8;
    private static final int ATTEMPTS = 12;
    private static final int LONGEST_BACK_OFFS = 4;
    private static final Duration BACK_OFF = Duration.ofMillis(150);

    private final BucketMove move;
    private final MoveMeters meters;
    private final Deadline deadline;
    private final Semaphore places = new Semaphore(PARALLEL);
    private final Semaphore neverReleased = new Semaphore(0);
    private volatile @Nullable String givenUp;

    Moves(BucketMove move, MoveMeters meters, Deadline deadline) {
        this.move = move;
        this.meters = meters;
        this.deadline = deadline;
    }

    /** Why a bucket was given up, if one was. */
    @Nullable
    String givenUp() {
        return givenUp;
    }

    /** Moves buckets to a side; returns those that moved. */
    List<Moved> to(Side side, List<Integer> buckets) {
        List<Future<List<Moved>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            buckets.forEach(bucket -> running.add(threads.submit(() -> inTurn(bucket, side))));
        }
        List<Moved> moved = new ArrayList<>();
        running.forEach(each -> moved.addAll(result(each)));
        return moved;
    }

    private List<Moved> inTurn(int bucket, Side side) throws InterruptedException {
        places.acquire();
        try {
            return persistently(bucket, side);
        } finally {
            places.release();
        }
    }

    private List<Moved> persistently(int bucket, Side side) throws InterruptedException {
        for (int attempt = 1; givenUp == null; attempt++) {
            try {
                Moved moved = move.attempt(bucket, side, attempt, deadline);
                meters.moved(moved);
                return List.of(moved);
            } catch (MoveAborted e) {
                meters.aborted(bucket, attempt, e);
                if (attempt == ATTEMPTS || deadline.hasPassed()) {
                    givenUp = "bucket " + bucket + " after " + attempt + " attempts: " + e.reason();
                } else {
                    pause(BACK_OFF.multipliedBy(Math.min(attempt, LONGEST_BACK_OFFS)));
                }
            }
        }
        return List.of();
    }

    private void pause(Duration time) throws InterruptedException {
        // Requests that were held get through before the next attempt holds them again.
        boolean released = neverReleased.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
        assert !released;
    }

    private List<Moved> result(Future<List<Moved>> finished) {
        try {
            return finished.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            givenUp = "the bridge is stopping";
        } catch (ExecutionException e) {
            givenUp = "unexpected: " + e.getCause();
        }
        return List.of();
    }
}
