package dev.cutover.scenarios.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an interrupt of the thread that made it, and lets that thread finish its work before the process ends. */
final class Interruption implements AutoCloseable {

    private static final int GRACE_SECONDS = 60;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean requested;
    private volatile int exitCode = ExitCode.TESTBED_ERROR;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on every process is being ended, so that whatever fails says nothing about the systems under test. */
    boolean requested() {
        return requested;
    }

    private void interrupt() {
        requested = true;
        worker.interrupt();
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "cutover: not finished " + GRACE_SECONDS + " s after the interruption; ending at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** The work is done; if the process is ending already it ends with this code. */
    int finish(int code) {
        exitCode = code;
        return code;
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            park();
        }
    }

    /** The hook ends the process; returning would race with it. */
    private static void park() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
