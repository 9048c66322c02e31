package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.routing.Buckets;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.function.BooleanSupplier;

/** One request of a client until it is answered. Lives on the event loop. */
public final class Exchange {
    private final Operation operation;
    private final long household;
    private final MultiMap headers;
    private final Buffer body;
    private final BooleanSupplier clientGone;
    private final Promise<Answer> answer = Promise.promise();
    private String servedBy = "bridge";
    private boolean resent;

    public Exchange(Operation operation, long household, MultiMap headers, Buffer body, BooleanSupplier clientGone) {
        this.operation = operation;
        this.household = household;
        this.headers = headers;
        this.body = body;
        this.clientGone = clientGone;
    }

    public Operation operation() {
        return operation;
    }

    public long household() {
        return household;
    }

    public int bucket() {
        return Buckets.of(household);
    }

    /** The client's headers, as received. */
    public MultiMap headers() {
        return headers;
    }

    public Buffer body() {
        return body;
    }

    /** The same request with another body, to ask a system with; nobody waits for its answer. */
    public Exchange withBody(Buffer other) {
        return new Exchange(operation, household, headers, other, clientGone);
    }

    /** Completes once, with what the client gets. */
    public Future<Answer> answer() {
        return answer.future();
    }

    void answer(Answer given, String by) {
        servedBy = by;
        answer.tryComplete(given);
    }

    /** Who answered: old, new or bridge. */
    String servedBy() {
        return servedBy;
    }

    /** Whether nobody waits for the answer any more. */
    boolean isPointless() {
        return answer.future().isComplete() || clientGone.getAsBoolean();
    }

    /** True the first time only: a fenced write is sent once more, not again and again. */
    boolean mayBeResent() {
        boolean first = !resent;
        resent = true;
        return first;
    }
}
