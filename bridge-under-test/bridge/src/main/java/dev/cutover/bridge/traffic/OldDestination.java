package dev.cutover.bridge.traffic;

import dev.cutover.bridge.traffic.SystemClient.Request;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;

/** The old system: bytes pass unchanged in both directions. */
final class OldDestination implements Destination {
    private final SystemClient client;

    OldDestination(SystemClient client) {
        this.client = client;
    }

    @Override
    public Future<Answer> ask(Exchange exchange, long epoch) {
        MultiMap headers = Headers.request(exchange.headers());
        if (exchange.operation().isWrite()) {
            headers.set(Headers.BUCKET, Integer.toString(exchange.bucket())).set(Headers.EPOCH, Long.toString(epoch));
        }
        return client.call(new Request(HttpMethod.POST, exchange.operation().path(), headers, exchange.body()))
                .map(answer -> Answer.passedOn(answer.status(), Headers.endToEnd(answer.headers()), answer.body()));
    }
}
