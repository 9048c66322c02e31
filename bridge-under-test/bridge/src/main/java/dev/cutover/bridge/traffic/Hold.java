package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Buckets;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of closed buckets, in the order of their arrival. Lives on the event loop; only {@link #size()} may be
 * read elsewhere.
 */
public final class Hold {
    /** How long a request may wait for its bucket; what is left of a client's patience must suffice to serve it. */
    public static final Duration BUDGET = Duration.ofMillis(1_200);

    private record Held(Exchange exchange, long since, long timer) {}

    private final Vertx vertx;
    private final int cap;
    private final Meters meters;
    private final boolean[] closed = new boolean[Buckets.COUNT];
    private final List<Deque<Held>> held = new ArrayList<>();
    private final AtomicInteger size = new AtomicInteger();

    public Hold(Vertx vertx, int cap, Meters meters) {
        this.vertx = vertx;
        this.cap = cap;
        this.meters = meters;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            held.add(new ArrayDeque<>());
        }
    }

    public void close(int bucket) {
        closed[bucket] = true;
    }

    boolean isClosed(int bucket) {
        return closed[bucket];
    }

    /**
     * Holds a request until its bucket opens, or answers it when it waited too long, or when too many are held already.
     */
    void add(Exchange exchange) {
        if (size.get() >= cap) {
            exchange.answer(OwnAnswers.overloaded("too many requests wait for a bucket that is moving"), "bridge");
            return;
        }
        size.incrementAndGet();
        long timer = vertx.setTimer(BUDGET.toMillis(), id -> expire(exchange));
        held.get(exchange.bucket()).add(new Held(exchange, System.nanoTime(), timer));
    }

    /** Opens the bucket and hands out what waited, first come first. */
    List<Exchange> open(int bucket) {
        closed[bucket] = false;
        List<Held> released = List.copyOf(held.get(bucket));
        held.get(bucket).clear();
        size.addAndGet(-released.size());
        return released.stream().map(this::release).toList();
    }

    public int size() {
        return size.get();
    }

    private Exchange release(Held waited) {
        vertx.cancelTimer(waited.timer());
        meters.held(System.nanoTime() - waited.since());
        return waited.exchange();
    }

    private void expire(Exchange exchange) {
        if (held.get(exchange.bucket()).removeIf(each -> each.exchange() == exchange)) {
            size.decrementAndGet();
            exchange.answer(OwnAnswers.overloaded("held longer than " + BUDGET.toMillis() + " ms"), "bridge");
        }
    }
}
