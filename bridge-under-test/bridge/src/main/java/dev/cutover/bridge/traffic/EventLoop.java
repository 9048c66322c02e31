package dev.cutover.bridge.traffic;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The one event loop that everything on the data path lives on, as other threads see it. */
public final class EventLoop {
    private final Context context;

    public EventLoop(Context context) {
        this.context = context;
    }

    /** Runs an action on the loop; completes with its future's result. */
    public <T> CompletableFuture<T> call(Supplier<Future<T>> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored -> start(action).onComplete(result::complete, result::completeExceptionally));
        return result;
    }

    /** Runs an action on the loop; completes with what it returns. */
    public <T> CompletableFuture<T> run(Supplier<T> action) {
        return call(() -> Future.succeededFuture(action.get()));
    }

    private static <T> Future<T> start(Supplier<Future<T>> action) {
        try {
            return action.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
