package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.MalformedRequest;
import dev.cutover.bridge.adapter.Operation;
import io.vertx.core.Future;

/** The new system behind the adapters. */
final class NewDestination implements Destination {
    private final Wire wire;
    private final Translation translation;

    NewDestination(Wire wire, Translation translation) {
        this.wire = wire;
        this.translation = translation;
    }

    @Override
    public Future<Answer> ask(Exchange exchange, long epoch) {
        Outgoing request;
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
        return wire.call(request).map(incoming -> answer(exchange.operation(), incoming));
    }

    private static Answer answer(Operation operation, Incoming incoming) {
        Answer answer = Answer.of(Translation.answer(operation, incoming), servedBy(incoming));
        String replayed = incoming.headers().get(Headers.REPLAYED);
        if (replayed != null) {
            answer.headers().set(Headers.REPLAYED, replayed);
        }
        return answer;
    }

    private static String servedBy(Incoming incoming) {
        String served = incoming.headers().get(Headers.SERVED_BY);
        return served == null ? "new" : served;
    }
}
