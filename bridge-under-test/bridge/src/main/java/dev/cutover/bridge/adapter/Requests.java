package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;

/** Requests of the old contract, said in the new one. */
public final class Requests {
    private Requests() {}

    public static NewRequest translate(Operation operation, OldRequest old) throws MalformedRequest {
        String household = "/households/" + old.number("hhNo");
        return switch (operation) {
            case PLACE_ORDER -> new NewRequest(HttpMethod.POST, household + "/orders", order(old));
            case RECREATE_ORDER -> new NewRequest(HttpMethod.PUT, order(household, old), order(old));
            case CHANGE_EMAIL ->
                new NewRequest(
                        HttpMethod.PUT,
                        customer(household, old) + "/email",
                        Json.object().set("email", old.field("email")));
            case TRANSFER_CREDIT -> new NewRequest(HttpMethod.POST, household + "/transfers", transfer(old));
            case PAY_ORDER -> NewRequest.of(HttpMethod.POST, order(household, old) + "/payment");
            case CANCEL_ORDER -> NewRequest.of(HttpMethod.POST, order(household, old) + "/cancellation");
            case DELETE_ORDER -> NewRequest.of(HttpMethod.DELETE, order(household, old));
            case READ_CUSTOMER -> NewRequest.of(HttpMethod.GET, customer(household, old));
            case READ_ORDERS -> NewRequest.of(HttpMethod.GET, customer(household, old) + "/orders");
        };
    }

    private static String order(String household, OldRequest old) throws MalformedRequest {
        return household + "/orders/" + old.number("ordNo");
    }

    private static String customer(String household, OldRequest old) throws MalformedRequest {
        return household + "/customers/" + old.number("custNo");
    }

    private static ObjectNode order(OldRequest old) throws MalformedRequest {
        ObjectNode body = Json.object().put("customerId", old.number("custNo"));
        body.set("sku", old.field("sku"));
        body.set("quantity", old.field("qty"));
        body.put("unitPrice", old.money("unitC"));
        body.set("note", old.field("note"));
        return body;
    }

    private static ObjectNode transfer(OldRequest old) throws MalformedRequest {
        return Json.object()
                .put("from", old.number("fromCust"))
                .put("to", old.number("toCust"))
                .put("amount", old.money("amtC"));
    }
}
