package dev.cutover.kit.http;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Logs that dependencies do not answer: at most one line a second, not one for each request. */
public final class NoAnswerLog {
    private static final long SECOND_NS = 1_000_000_000;

    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final Logger log;

    public NoAnswerLog(Logger log) {
        this.log = log;
    }

    /** A request had no answer from a dependency. */
    public void warn(String request, Exception e) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + SECOND_NS)) {
            unsaid.incrementAndGet();
            return;
        }
        log.warn("{}: {} (and {} more since the last such line)", request, e.toString(), unsaid.getAndSet(0));
    }
}
