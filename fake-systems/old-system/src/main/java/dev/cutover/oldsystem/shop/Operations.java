package dev.cutover.oldsystem.shop;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The paths of the old contract and what each does. */
public final class Operations {
    private Operations() {}

    /** One operation: fence ticket (or null) and body in, answer out. */
    @FunctionalInterface
    public interface Operation {
        Answer answer(Fence.@Nullable Ticket ticket, byte[] body) throws SQLException;
    }

    /** Every operation by its path. */
    public static Map<String, Operation> of(Shop shop) {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("/shop/place-order", write(shop, PlaceOrder::from));
        all.put("/shop/change-email", write(shop, ChangeEmail::from));
        all.put("/shop/transfer-credit", write(shop, TransferCredit::from));
        all.put("/shop/pay-order", write(shop, PayOrder::from));
        all.put("/shop/cancel-order", write(shop, CancelOrder::from));
        all.put("/shop/delete-order", write(shop, DeleteOrder::from));
        all.put("/shop/recreate-order", write(shop, RecreateOrder::from));
        all.put("/shop/read-customer", (ticket, body) -> shop.read(body, Reading::customer));
        all.put("/shop/read-orders", (ticket, body) -> shop.read(body, Reading::orders));
        all.put("/admin/fence", (ticket, body) -> shop.raiseFence(body));
        return Map.copyOf(all);
    }

    private static Operation write(Shop shop, Function<Form, ? extends Write> reader) {
        return (ticket, body) -> shop.write(ticket, body, reader);
    }
}
