package dev.cutover.oldsystem.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Logs what goes wrong while a dependency does not answer: one line a second, not one for each request. */
final class Troubles {
    private static final long SECOND_NS = 1_000_000_000;

    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong next;
    private final Logger log;
    private final LongSupplier nanos;

    Troubles(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    void warn(String where, Exception e) {
        long now = nanos.getAsLong();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + SECOND_NS)) {
            unsaid.incrementAndGet();
            return;
        }
        log.warn("{}: {} (and {} more since the last such line)", where, e.toString(), unsaid.getAndSet(0));
    }
}
