package dev.cutover.bridge.move;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a stage of a move, on a virtual thread. */
final class Waiting {
    private Waiting() {}

    /** The stage's result; throws MoveAborted with {@code what} if it fails or the deadline passes. */
    static <T> T on(CompletionStage<T> stage, Deadline deadline, String what) throws MoveAborted {
        try {
            return stage.toCompletableFuture().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new MoveAborted(what + ": not in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new MoveAborted(what + ": " + (cause instanceof MoveAborted aborted ? aborted.reason() : cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MoveAborted(what + ": the bridge is stopping");
        }
    }
}
