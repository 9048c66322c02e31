package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.Answers;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.MalformedRequest;
import dev.cutover.bridge.adapter.NewRequest;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.OldRequest;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.Requests;
import dev.cutover.bridge.traffic.SystemClient.Request;
import dev.cutover.bridge.traffic.SystemClient.Response;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** Requests to the new system and its answers, as they travel. */
public final class Translation {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final IdempotencyKeys keys;

    public Translation(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** The client's request for the new system, without fencing headers. */
    public Request request(Exchange exchange) throws MalformedRequest {
        OldRequest old = OldRequest.read(exchange.body().getBytes());
        NewRequest request = Requests.translate(exchange.operation(), old);
        MultiMap headers = HttpHeaders.headers();
        if (exchange.operation().isWrite()) {
            String operationId = old.operationId();
            headers.set(Headers.IDEMPOTENCY_KEY, keys.of(operationId)).set(Headers.OPERATION_ID, operationId);
        }
        if (request.body() == null) {
            return new Request(request.method(), request.path(), headers, null);
        }
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        return new Request(request.method(), request.path(), headers, Buffer.buffer(Json.write(request.body())));
    }

    /** The new system's answer in the old contract. */
    public static OldAnswer answer(Operation operation, Response answer) {
        return Answers.translate(operation, answer.status(), answer.body().getBytes());
    }
}
