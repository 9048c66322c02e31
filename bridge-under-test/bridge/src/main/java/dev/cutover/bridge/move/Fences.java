package dev.cutover.bridge.move;

import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.SystemClient;
import dev.cutover.bridge.traffic.SystemClient.Request;
import dev.cutover.bridge.traffic.SystemClient.Response;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.OptionalLong;

/** Sets fences at the systems, over connections of their own: traffic must not delay them. */
public final class Fences {
    private final SystemClient oldClient;
    private final SystemClient newClient;

    public Fences(SystemClient oldClient, SystemClient newClient) {
        this.oldClient = oldClient;
        this.newClient = newClient;
    }

    /**
     * Raises a bucket's fence and completes with the epoch in force. If it fails the fence may have been raised all the
     * same. Call on the event loop.
     */
    public Future<Long> raise(Side side, int bucket, long epoch) {
        Future<Response> answer = switch (side) {
            case OLD ->
                oldClient.call(request(
                        HttpMethod.POST, "/admin/fence", "{\"bucket\":" + bucket + ",\"epoch\":" + epoch + "}"));
            case NEW -> newClient.call(request(HttpMethod.PUT, "/admin/fences/" + bucket, "{\"epoch\":" + epoch + "}"));
        };
        return answer.compose(Fences::inForce);
    }

    private static Request request(HttpMethod method, String path, String body) {
        return new Request(
                method,
                path,
                HttpHeaders.headers().set(HttpHeaders.CONTENT_TYPE, "application/json"),
                Buffer.buffer(body));
    }

    private static Future<Long> inForce(Response answer) {
        byte[] body = answer.body().getBytes();
        OptionalLong epoch = Json.first(body, "epoch");
        return answer.status() == 200
                        && epoch.isPresent()
                        && Json.first(body, "rc").orElse(0) == 0
                ? Future.succeededFuture(epoch.getAsLong())
                : Future.failedFuture(new MoveAborted(
                        "expected the epoch in force, found: " + answer.status() + " " + answer.body()));
    }
}
