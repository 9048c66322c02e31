package dev.cutover.bridge.admin;

import dev.cutover.bridge.adapter.Json;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Objects;

/** Answers one admin request, from any thread. Made on the event loop. */
final class Reply {
    private final HttpServerResponse response;
    private final Context loop = Objects.requireNonNull(Vertx.currentContext());

    Reply(HttpServerResponse response) {
        this.response = response;
    }

    void json(int status, Object body) {
        send(status, "application/json", Buffer.buffer(Json.write(body)));
    }

    void error(int status, String error) {
        json(status, Map.of("error", error));
    }

    void text(int status, String body) {
        send(status, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(body));
    }

    private void send(int status, String type, Buffer body) {
        loop.runOnContext(ignored -> {
            if (!response.closed()) {
                response.setStatusCode(status).putHeader("Content-Type", type).end(body);
            }
        });
    }
}
