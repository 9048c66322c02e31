package dev.cutover.newsystem.api;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Logs that dependencies do not answer: a line a second at most, however many requests fail. */
final class NoAnswers {
    private static final long SECOND = 1_000_000_000;

    private final Logger log;
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private final AtomicLong silent = new AtomicLong();

    NoAnswers(Logger log) {
        this.log = log;
    }

    void log(String name, Exception error) {
        long now = System.nanoTime();
        long expected = due.get();
        if (now - expected < 0 || !due.compareAndSet(expected, now + SECOND)) {
            silent.incrementAndGet();
            return;
        }
        log.warn(
                "{}: a dependency did not answer: {}; {} more were not logged",
                name,
                error.toString(),
                silent.getAndSet(0));
    }
}
