package dev.cutover.bridge.traffic;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;

/** The old system: bytes pass unchanged in both directions. */
final class OldDestination implements Destination {
    private final Wire wire;

    OldDestination(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Future<Answer> ask(Exchange exchange, long epoch) {
        MultiMap headers = Headers.request(exchange.headers());
        if (exchange.operation().isWrite()) {
            headers.set(Headers.BUCKET, Integer.toString(exchange.bucket())).set(Headers.EPOCH, Long.toString(epoch));
        }
        return wire.call(new Outgoing(HttpMethod.POST, exchange.operation().path(), headers, exchange.body()))
                .map(answer -> Answer.passedOn(answer.status(), Headers.endToEnd(answer.headers()), answer.body()));
    }
}
