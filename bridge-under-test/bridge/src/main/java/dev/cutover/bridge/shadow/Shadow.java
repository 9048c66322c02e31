package dev.cutover.bridge.shadow;

import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.LinkFault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Shadows requests, a bounded number at a time, without the client waiting for any of it. Lives on the event loop. */
public final class Shadow implements Companion {
    private static final int ACTIVE = 64;
    private static final int WAITING = 256;
    private static final long BYTES = 32L << 20;
    private static final long CATCH_UP_MS = 150;

    private record Pair(Exchange exchange, Future<Answer> old, Promise<Void> asked) {
        int bytes() {
            return exchange.body().length();
        }
    }

    private final Vertx vertx;
    private final ShadowCall call;
    private final AnswerComparison comparison;
    private final Comparisons comparisons;
    private final Queue<Pair> waiting = new ArrayDeque<>();
    private final AtomicInteger pending = new AtomicInteger();
    private int active;
    private long bytes;

    public Shadow(Vertx vertx, ShadowCall call, Differences differences, Comparisons comparisons) {
        this.vertx = vertx;
        this.call = call;
        this.comparison = new AnswerComparison(differences);
        this.comparisons = comparisons;
    }

    /** Requests that are neither compared nor dropped yet. */
    public int pending() {
        return pending.get();
    }

    @Override
    public Future<Void> follow(Exchange exchange, Future<Answer> answer) {
        comparisons.eligible(exchange.operation());
        Pair pair = new Pair(exchange, answer, Promise.promise());
        if (waiting.size() >= WAITING || bytes + pair.bytes() > BYTES) {
            comparisons.dropped(Reason.OVERFLOW);
            return Future.succeededFuture();
        }
        pending.incrementAndGet();
        bytes += pair.bytes();
        waiting.add(pair);
        startNext();
        return pair.asked().future();
    }

    private void startNext() {
        while (active < ACTIVE && !waiting.isEmpty()) {
            active++;
            ask(waiting.remove(), true);
        }
    }

    private void ask(Pair pair, boolean mayAskAgain) {
        Future<Supplier<AnswerComparison.Given>> shadow = call.ask(pair.exchange());
        shadow.onComplete(
                answer -> pair.asked().tryComplete(), fault -> pair.asked().tryFail(fault));
        Future.join(pair.old(), shadow).onComplete(both -> {
            if (shadow.failed()) {
                end(pair, new ComparisonResult.Dropped(reason(shadow.cause())));
            } else {
                compare(pair, shadow.result(), mayAskAgain);
            }
        });
    }

    private void compare(Pair pair, Supplier<AnswerComparison.Given> shadow, boolean mayAskAgain) {
        Operation operation = pair.exchange().operation();
        // On a worker: answers can be large, and clients share the event loop.
        vertx.executeBlocking(() -> comparison.of(operation, pair.old().result(), shadow.get()), false)
                .recover(failure -> Future.succeededFuture(new ComparisonResult.Dropped(Reason.ERROR)))
                .onSuccess(result -> {
                    if (result instanceof ComparisonResult.Behind && mayAskAgain) {
                        vertx.setTimer(CATCH_UP_MS, id -> ask(pair, false));
                    } else {
                        end(pair, result);
                    }
                });
    }

    private void end(Pair pair, ComparisonResult result) {
        Operation operation = pair.exchange().operation();
        switch (result) {
            case ComparisonResult.Equal equal -> comparisons.equal(operation);
            case ComparisonResult.Different different -> comparisons.different(operation, different);
            case ComparisonResult.Dropped dropped -> comparisons.dropped(dropped.reason());
            case ComparisonResult.Behind behind -> comparisons.dropped(Reason.VERSION);
        }
        pending.decrementAndGet();
        bytes -= pair.bytes();
        active--;
        startNext();
    }

    private static Reason reason(Throwable cause) {
        return cause instanceof LinkFault.NoAnswer fault && fault.isTimeout() ? Reason.TIMEOUT : Reason.UNREACHABLE;
    }
}
