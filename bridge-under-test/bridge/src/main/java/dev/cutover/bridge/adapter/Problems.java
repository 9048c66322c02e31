package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Problems of the new contract, said as return codes of the old one. */
final class Problems {
    private static final String PREFIX = "urn:shop:problem:";

    /** All of them promise that nothing happened; any other problem leaves the outcome unknown. */
    private static final Map<String, Integer> REFUSALS = Map.of(
            "customer-not-found", ReturnCode.NO_CUSTOMER,
            "order-not-found", ReturnCode.NO_ORDER,
            "insufficient-credit", ReturnCode.INSUFFICIENT_CREDIT,
            "email-taken", ReturnCode.EMAIL_TAKEN,
            "order-state", ReturnCode.ORDER_STATE,
            "payment-declined", ReturnCode.PAYMENT_DECLINED,
            "malformed", ReturnCode.MALFORMED,
            "fenced", ReturnCode.FENCED);

    private Problems() {}

    static OldAnswer translate(NewAnswer problem) throws UnreadableAnswer {
        String type = problem.text("type");
        if (!type.startsWith(PREFIX)) {
            throw new UnreadableAnswer("type: expected " + PREFIX + "..., found: " + type);
        }
        String code = type.substring(PREFIX.length());
        Integer refusal = REFUSALS.get(code);
        if (refusal != null) {
            return new OldAnswer(200, body(refusal, problem));
        }
        return switch (code) {
            case "internal" -> new OldAnswer(500, body(ReturnCode.INTERNAL, problem));
            case "dependency" -> new OldAnswer(503, body(ReturnCode.DEPENDENCY, problem));
            default -> throw new UnreadableAnswer("type: unknown problem " + code);
        };
    }

    private static ObjectNode body(int rc, NewAnswer problem) throws UnreadableAnswer {
        String name = problem.has("detail") ? "detail" : "title";
        ObjectNode old = Json.object().put("rc", rc).put("msg", problem.has(name) ? problem.text(name) : "");
        return problem.has("householdVersion") ? old.put("ver", problem.number("householdVersion")) : old;
    }
}
