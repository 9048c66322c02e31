package dev.cutover.sync;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same again and again until it is closed; after an error it waits a moment and goes on. */
final class RepeatingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatingThread.class);
    private static final long BACK_OFF_MS = 100;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** What is done again and again. */
    interface Round {
        void run() throws Exception;
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    RepeatingThread(String name, Round round) {
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> repeat(name, round));
    }

    /** Lets the present round be the last. */
    void end() {
        closed.countDown();
    }

    @Override
    public void close() {
        end();
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(String name, Round round) {
        while (closed.getCount() > 0) {
            try {
                round.run();
            } catch (Exception e) {
                failed(name, e);
            }
        }
    }

    private void failed(String name, Exception e) {
        if (closed.getCount() == 0) {
            return;
        }
        LOG.warn("{} failed, tries again: {}", name, e.toString());
        LOG.debug("{}", name, e);
        try {
            boolean unused = closed.await(BACK_OFF_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            LOG.debug("{} was woken", name);
        }
    }
}
