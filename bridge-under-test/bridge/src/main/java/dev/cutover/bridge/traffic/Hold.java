package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Buckets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of closed buckets, in the order of their arrival. Lives on the event loop; only {@link #size()} may be read elsewhere. */
public final class Hold {
    private final int cap;
    private final boolean[] closed = new boolean[Buckets.COUNT];
    private final List<Deque<Exchange>> held = new ArrayList<>();
    private final AtomicInteger size = new AtomicInteger();

    public Hold(int cap) {
        this.cap = cap;
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

    /** False if too many requests are held already. */
    boolean add(Exchange exchange) {
        if (size.get() >= cap) {
            return false;
        }
        size.incrementAndGet();
        held.get(exchange.bucket()).add(exchange);
        return true;
    }

    /** Takes one out that waited too long; false if it was released meanwhile. */
    boolean remove(Exchange exchange) {
        boolean removed = held.get(exchange.bucket()).remove(exchange);
        if (removed) {
            size.decrementAndGet();
        }
        return removed;
    }

    /** Opens the bucket and hands out what waited, first come first. */
    List<Exchange> open(int bucket) {
        closed[bucket] = false;
        List<Exchange> released = List.copyOf(held.get(bucket));
        held.get(bucket).clear();
        size.addAndGet(-released.size());
        return released;
    }

    public int size() {
        return size.get();
    }
}
