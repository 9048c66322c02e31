package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import java.io.IOException;
import java.util.List;

/** Answers that no system gave: OK, with what the client asked for as what was done, and no version. */
final class MadeUp {
    private static final long FIRST_NUMBER = 900_000_000;

    private long orders;

    /** Signed by a system, as that system would answer. */
    Answer ok(Exchange exchange, Side side) {
        ObjectNode body = asked(exchange);
        body.remove(List.of("opId", "hhNo", "note"));
        if (exchange.operation() == Operation.PLACE_ORDER) {
            body.put("ordNo", FIRST_NUMBER + orders++).put("st", "O");
        }
        body.put("rc", ReturnCode.OK).put("msg", "OK");
        return Answer.of(new OldAnswer(200, body), side.label());
    }

    private static ObjectNode asked(Exchange exchange) {
        try {
            return Json.read(exchange.body().getBytes()) instanceof ObjectNode body ? body : Json.object();
        } catch (IOException e) {
            return Json.object();
        }
    }
}
