package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.Operation;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.OptionalLong;

/** The clients' port: reads a request, finds its household, and writes the answer. */
public final class DataPath implements Handler<HttpServerRequest> {
    static final long BODY_LIMIT = 8L << 20;

    private final Dispatch dispatch;
    private final Delivery delivery;
    private final Meters meters;

    public DataPath(Dispatch dispatch, Delivery delivery, Meters meters) {
        this.dispatch = dispatch;
        this.delivery = delivery;
        this.meters = meters;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        Operation operation = request.method().equals(HttpMethod.POST) ? Operation.at(path) : null;
        if (operation == null) {
            write(
                    request.response(),
                    OwnAnswers.noSuchOperation(request.method().name(), path));
            return;
        }
        LimitedBody.read(request, BODY_LIMIT).onComplete(body -> {
            if (body.succeeded()) {
                take(request, operation, body.result());
            } else if (body.cause() instanceof LimitedBody.TooLarge) {
                request.response().putHeader("connection", "close");
                write(request.response(), OwnAnswers.tooLarge(BODY_LIMIT));
            }
        });
    }

    private void take(HttpServerRequest request, Operation operation, Buffer body) {
        OptionalLong household = Json.last(body.getBytes(), "hhNo");
        HttpServerResponse response = request.response();
        if (household.isEmpty()) {
            write(response, OwnAnswers.malformed("hhNo: expected a JSON object with this 64-bit integer"));
            return;
        }
        long start = System.nanoTime();
        Exchange exchange = new Exchange(operation, household.getAsLong(), request.headers(), body, response::closed);
        exchange.answer().compose(answer -> delivery.deliver(exchange, answer)).onSuccess(answer -> {
            meters.answered(operation, exchange.servedBy(), answer.outcome(), System.nanoTime() - start);
            write(response, answer);
        });
        dispatch.accept(exchange);
    }

    private static void write(HttpServerResponse response, Answer answer) {
        if (response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.headers().addAll(answer.headers());
        response.end(answer.body());
    }
}
