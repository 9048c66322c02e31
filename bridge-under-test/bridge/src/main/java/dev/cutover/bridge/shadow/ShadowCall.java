package dev.cutover.bridge.shadow;

import dev.cutover.bridge.adapter.MalformedRequest;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Incoming;
import dev.cutover.bridge.traffic.Outgoing;
import dev.cutover.bridge.traffic.Translation;
import dev.cutover.bridge.traffic.Wire;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Asks the new system in the old one's shadow, over connections of its own. */
public final class ShadowCall {
    private final Wire wire;
    private final Translation translation;
    private final ShadowHeaders headers;

    public ShadowCall(Wire wire, Translation translation, ShadowHeaders headers) {
        this.wire = wire;
        this.translation = translation;
        this.headers = headers;
    }

    /** Fails with a {@link dev.cutover.bridge.traffic.LinkFault}; what it gives is to be read off the event loop. */
    Future<Supplier<Judge.Given>> ask(Exchange exchange) {
        try {
            Outgoing request = translation.request(exchange);
            headers.headers().forEach(request.headers()::set);
            return wire.call(request).map(answer -> () -> given(exchange.operation(), answer));
        } catch (MalformedRequest e) {
            OldAnswer refusal = OldAnswer.of(200, ReturnCode.MALFORMED, e.reason());
            return Future.succeededFuture(() -> new Judge.Given(refusal.rc(), refusal.body(), false));
        }
    }

    private static Judge.Given given(Operation operation, Incoming incoming) {
        OldAnswer answer = Translation.answer(operation, incoming);
        return new Judge.Given(answer.rc(), answer.body(), incoming.headers().contains("X-Replayed"));
    }
}
