package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers of the new contract that report success, said in the old one. */
final class Successes {
    private Successes() {}

    static ObjectNode translate(Operation operation, NewAnswer answer) throws UnreadableAnswer {
        ObjectNode old =
                Json.object().put("rc", ReturnCode.OK).put("msg", "OK").put("ver", answer.number("householdVersion"));
        switch (operation) {
            case PLACE_ORDER, RECREATE_ORDER -> placed(old, answer);
            case CHANGE_EMAIL -> old.set("email", answer.field("email"));
            case TRANSFER_CREDIT ->
                old.put("fromCreditC", answer.cents("fromCredit")).put("toCreditC", answer.cents("toCredit"));
            case PAY_ORDER ->
                old.put("ordNo", answer.number("orderNumber"))
                        .put("amtC", answer.cents("total"))
                        .put("st", answer.status());
            case CANCEL_ORDER -> old.put("ordNo", answer.number("orderNumber")).put("st", answer.status());
            case DELETE_ORDER -> old.put("ordNo", answer.number("orderNumber"));
            case READ_CUSTOMER -> customer(old, answer);
            case READ_ORDERS -> orders(old.putArray("orders"), answer.field("orders"));
        }
        return old;
    }

    private static void placed(ObjectNode old, NewAnswer order) throws UnreadableAnswer {
        old.put("ordNo", order.number("orderNumber"))
                .put("amtC", order.cents("total"))
                .put("ordDt", BusinessDay.of(order.text("placedAt")))
                .put("st", order.status());
    }

    private static void customer(ObjectNode old, NewAnswer customer) throws UnreadableAnswer {
        old.put("custNo", customer.number("id"));
        old.set("name", customer.field("fullName"));
        old.set("email", customer.field("email"));
        old.put("creditC", customer.cents("credit"));
        old.put("regDt", customer.has("registeredAt") ? BusinessDay.of(customer.text("registeredAt")) : null);
    }

    private static void orders(ArrayNode old, JsonNode orders) throws UnreadableAnswer {
        for (JsonNode each : orders) {
            NewAnswer order = new NewAnswer(each);
            ObjectNode row = old.addObject().put("ordNo", order.number("orderNumber"));
            row.set("sku", order.field("sku"));
            row.set("qty", order.field("quantity"));
            row.put("unitC", order.cents("unitPrice"));
            row.put("amtC", order.cents("total"));
            row.put("ordDt", BusinessDay.of(order.text("placedAt")));
            row.put("st", order.status());
            row.set("note", order.field("note"));
        }
    }
}
