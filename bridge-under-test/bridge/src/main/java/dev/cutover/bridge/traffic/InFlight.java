package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Buckets;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests under way to a system for each bucket. Lives on the event loop; only {@link #total()} may be read
 * elsewhere.
 */
public final class InFlight {
    private final int[] counts = new int[Buckets.COUNT];
    private final List<List<Promise<Void>>> waiting = new ArrayList<>();
    private final List<Promise<Void>> waitingForAll = new ArrayList<>();
    private final AtomicInteger total = new AtomicInteger();

    public InFlight() {
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            waiting.add(new ArrayList<>());
        }
    }

    void enter(int bucket) {
        counts[bucket]++;
        total.incrementAndGet();
    }

    void leave(int bucket) {
        if (--counts[bucket] == 0) {
            end(waiting.get(bucket));
        }
        if (total.decrementAndGet() == 0) {
            end(waitingForAll);
        }
    }

    /** Completes as soon as no request of the bucket is under way. */
    public Future<Void> ended(int bucket) {
        return counts[bucket] == 0 ? Future.succeededFuture() : added(waiting.get(bucket));
    }

    /** Completes as soon as no request is under way. */
    public Future<Void> ended() {
        return total.get() == 0 ? Future.succeededFuture() : added(waitingForAll);
    }

    public int total() {
        return total.get();
    }

    private static Future<Void> added(List<Promise<Void>> waiting) {
        Promise<Void> end = Promise.promise();
        waiting.add(end);
        return end.future();
    }

    private static void end(List<Promise<Void>> waiting) {
        List<Promise<Void>> ended = List.copyOf(waiting);
        waiting.clear();
        ended.forEach(Promise::tryComplete);
    }
}
