package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.MalformedRequest;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.traffic.SystemClient.Request;
import dev.cutover.bridge.traffic.SystemClient.Response;
import io.vertx.core.Future;

/** The new system behind the adapters. */
final class NewDestination implements Destination {
    private final SystemClient client;
    private final Translation translation;

    NewDestination(SystemClient client, Translation translation) {
        this.client = client;
        this.translation = translation;
    }

    @Override
    public Future<Answer> ask(Exchange exchange, long epoch) {
        Request request;
        try {
            request = translation.request(exchange);
        } catch (MalformedRequest e) {
            return Future.succeededFuture(OwnAnswers.malformed(e.reason()));
        }
        if (exchange.operation().isWrite()) {
            request.headers()
                    .set(Headers.BUCKET, Integer.toString(exchange.bucket()))
                    .set(Headers.EPOCH, Long.toString(epoch));
        }
        return client.call(request).map(response -> answer(exchange.operation(), response));
    }

    private static Answer answer(Operation operation, Response response) {
        Answer answer = Answer.of(Translation.answer(operation, response), servedBy(response));
        String replayed = response.headers().get(Headers.REPLAYED);
        if (replayed != null) {
            answer.headers().set(Headers.REPLAYED, replayed);
        }
        return answer;
    }

    private static String servedBy(Response response) {
        String served = response.headers().get(Headers.SERVED_BY);
        return served == null ? "new" : served;
    }
}
