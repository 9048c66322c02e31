package dev.cutover.newsystem.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RecreateOrder(long number, long customer, Goods goods) implements Change {
    static RecreateOrder of(long number, Payload payload) {
        return new RecreateOrder(number, payload.integer("customerId", 1, Long.MAX_VALUE), Goods.of(payload));
    }

    @Override
    public Subject subject() {
        return new Subject(customer, null, number, null, false);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        seen.mustHaveCustomer(scope, customer);
        if (seen.order() != null) {
            throw PurchaseOrders.alreadyExists();
        }
        LedgerEntry entry =
                LedgerEntry.ordered(LedgerEntry.Kind.ORDER_RECREATED, customer, number, goods.total(), scope.now());
        return PurchaseOrders.open(scope, number, customer, goods, entry);
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return goods.opened(version, entry, orderId);
    }
}
