package dev.cutover.scenarios.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Writes requests of the old contract. */
final class Requests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGE = 1 << 20;

    /** A body that takes long to send and to store. */
    private static final String LARGE_NOTE = "n".repeat(LARGE);

    /** One in so many orders; the hottest households are spared, as each read of their orders would carry it again. */
    private static final int LARGE_ONE_IN = 200;

    private Requests() {}

    static Operation order(Shopper shopper, ShopOperation kind, long id, long number) {
        boolean large = kind == ShopOperation.PLACE_ORDER
                && !shopper.household().hot()
                && shopper.random().nextInt(LARGE_ONE_IN) == 0;
        int product = 1 + shopper.random().nextInt(50);
        int quantity = 1 + shopper.random().nextInt(5);
        int price = 100 + shopper.random().nextInt(9_900);
        return request(shopper, kind, id, shopper.customer(), number, body -> {
            body.put("custNo", shopper.customer());
            body.put("sku", "S" + product).put("qty", quantity).put("unitC", price);
            body.put("note", large ? LARGE_NOTE : "order of " + shopper.customer());
            if (number != 0) {
                body.put("ordNo", number);
            }
        });
    }

    static Operation onOrder(Shopper shopper, ShopOperation kind, long id, long number) {
        return request(shopper, kind, id, shopper.customer(), number, body -> body.put("ordNo", number));
    }

    static Operation email(Shopper shopper, long id, long customer, String email) {
        return request(
                shopper,
                ShopOperation.CHANGE_EMAIL,
                id,
                customer,
                0,
                body -> body.put("custNo", customer).put("email", email));
    }

    static Operation transfer(Shopper shopper, long id, long from, long to, long cents) {
        return request(
                shopper,
                ShopOperation.TRANSFER_CREDIT,
                id,
                from,
                0,
                body -> body.put("fromCust", from).put("toCust", to).put("amtC", cents));
    }

    static Operation read(Shopper shopper, ShopOperation kind, long id, long customer) {
        return request(shopper, kind, id, customer, 0, body -> body.put("custNo", customer));
    }

    private static Operation request(
            Shopper shopper, ShopOperation kind, long id, long customer, long order, Consumer<ObjectNode> fields) {
        ObjectNode body = JSON.createObjectNode();
        body.put("opId", Long.toString(id)).put("hhNo", shopper.household().number());
        fields.accept(body);
        try {
            return new Operation(kind, id, customer, order, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }
}
