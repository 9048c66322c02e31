package dev.cutover.bridge.traffic;

import dev.cutover.bridge.traffic.SystemClient.Request;
import dev.cutover.bridge.traffic.SystemClient.Response;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request on its way: waits for a connection, is sent once, and has one time-out for all of it. */
final class Call {
    private final Vertx vertx;
    private final Duration timeout;
    private final Promise<Response> answer = Promise.promise();
    private long timer;
    private @Nullable HttpClientRequest sent;

    Call(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
    }

    Future<Response> start(HttpClient client, String basePath, Request request) {
        timer = vertx.setTimer(timeout.toMillis(), id -> expire());
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setURI(basePath + request.path())
                .setHeaders(request.headers());
        client.request(options).onComplete(connection -> connected(connection, request.body()));
        return answer.future();
    }

    private void connected(AsyncResult<HttpClientRequest> connection, @Nullable Buffer body) {
        if (connection.failed()) {
            fail(
                    connection.cause() instanceof ConnectionPoolTooBusyException
                            ? new LinkFault.Busy("all connections are busy and too many requests wait for one")
                            : new LinkFault.NotConnected(connection.cause()));
            return;
        }
        HttpClientRequest request = connection.result();
        if (answer.future().isComplete()) {
            // Too late: the client has been told that nothing was sent.
            request.reset();
            return;
        }
        sent = request;
        (body == null ? request.send() : request.send(body))
                .compose(Call::whole)
                .onComplete(this::succeed, cause -> fail(new LinkFault.NoAnswer("no answer: " + cause, false)));
    }

    private static Future<Response> whole(HttpClientResponse response) {
        return response.body().map(body -> new Response(response.statusCode(), response.headers(), body));
    }

    private void expire() {
        String within = timeout.toMillis() + " ms";
        HttpClientRequest request = sent;
        if (request == null) {
            fail(new LinkFault.Busy("no connection became free within " + within));
        } else {
            fail(new LinkFault.NoAnswer("no answer within " + within, true));
            request.reset();
        }
    }

    private void succeed(Response response) {
        vertx.cancelTimer(timer);
        answer.tryComplete(response);
    }

    private void fail(LinkFault fault) {
        vertx.cancelTimer(timer);
        answer.tryFail(fault);
    }
}
