package dev.cutover.environment.running;

import dev.cutover.environment.spec.EnvironmentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does things at the same time, each as soon as those it waits for are done. */
final class Graph {
    private final Map<String, Set<String>> waits;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Graph(Map<String, Set<String>> waits) {
        this.waits = waits;
    }

    /** True once an action has failed: those under way may as well give up. */
    boolean failed() {
        return failure.get() != null;
    }

    /**
     * Returns when all is done; throws what the first failing action threw, after those under way have ended.
     * An interruption is a failure, too: those under way are interrupted, and the thread still is afterwards.
     */
    void run(Consumer<String> action) {
        boolean interrupted = false;
        // Not virtual: copies of databases would occupy every carrier, and nothing else would start.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            try {
                all(action, threads).get();
            } catch (InterruptedException e) {
                interrupted = true;
                failure.compareAndSet(null, new EnvironmentException("interrupted", e));
                threads.shutdownNow();
            } catch (ExecutionException e) {
                // Kept where it happened.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private CompletableFuture<Void> all(Consumer<String> action, Executor threads) {
        Map<String, CompletableFuture<Void>> scheduled = new LinkedHashMap<>();
        return CompletableFuture.allOf(waits.keySet().stream()
                .map(name -> schedule(name, scheduled, action, threads))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> schedule(
            String name, Map<String, CompletableFuture<Void>> scheduled, Consumer<String> action, Executor threads) {
        CompletableFuture<Void> earlier = scheduled.get(name);
        if (earlier != null) {
            return earlier;
        }
        CompletableFuture<?>[] before = waits.getOrDefault(name, Set.of()).stream()
                .map(wait -> schedule(wait, scheduled, action, threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> own =
                CompletableFuture.allOf(before).thenRunAsync(() -> perform(name, action), threads);
        scheduled.put(name, own);
        return own;
    }

    private void perform(String name, Consumer<String> action) {
        try {
            action.accept(name);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }
}
