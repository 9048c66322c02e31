package dev.cutover.newsystem.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PlaceOrder(long customer, Goods goods) implements Change {
    static PlaceOrder of(Payload payload) {
        return new PlaceOrder(payload.integer("customerId", 1, Long.MAX_VALUE), Goods.of(payload));
    }

    @Override
    public Subject subject() {
        return Subject.ofNewOrder(customer);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        seen.mustHaveCustomer(scope, customer);
        long number = seen.drawnNumber();
        LedgerEntry entry =
                LedgerEntry.ordered(LedgerEntry.Kind.ORDER_PLACED, customer, number, goods.total(), scope.now());
        return PurchaseOrders.open(scope, number, customer, goods, entry);
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return goods.opened(version, entry, orderId);
    }
}
