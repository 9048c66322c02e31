package dev.cutover.bridge.shadow;

import dev.cutover.bridge.adapter.MalformedRequest;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.SystemClient;
import dev.cutover.bridge.traffic.SystemClient.Request;
import dev.cutover.bridge.traffic.SystemClient.Response;
import dev.cutover.bridge.traffic.Translation;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Asks the new system in the old one's shadow, over connections of its own. */
public final class ShadowCall {
    private final SystemClient client;
    private final Translation translation;
    private final ShadowHeaders headers;

    public ShadowCall(SystemClient client, Translation translation, ShadowHeaders headers) {
        this.client = client;
        this.translation = translation;
        this.headers = headers;
    }

    /** Fails with a {@link dev.cutover.bridge.traffic.LinkFault}; what it gives is to be read off the event loop. */
    Future<Supplier<AnswerComparison.Given>> ask(Exchange exchange) {
        try {
            Request request = translation.request(exchange);
            headers.headers().forEach(request.headers()::set);
            return client.call(request).map(answer -> () -> given(exchange.operation(), answer));
        } catch (MalformedRequest e) {
            OldAnswer refusal = OldAnswer.of(200, ReturnCode.MALFORMED, e.reason());
            return Future.succeededFuture(() -> new AnswerComparison.Given(refusal.rc(), refusal.body(), false));
        }
    }

    private static AnswerComparison.Given given(Operation operation, Response response) {
        OldAnswer answer = Translation.answer(operation, response);
        return new AnswerComparison.Given(
                answer.rc(), answer.body(), response.headers().contains("X-Replayed"));
    }
}
