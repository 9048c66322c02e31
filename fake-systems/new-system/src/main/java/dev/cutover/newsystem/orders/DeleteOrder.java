package dev.cutover.newsystem.orders;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DeleteOrder(long number) implements Change {
    @Override
    public Subject subject() {
        return Subject.ofOrder(number);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        PurchaseOrders.mustBe(OrderStatus.CANCELLED, seen, scope.household(), number);
        return PurchaseOrders.remove(
                number, LedgerEntry.order(LedgerEntry.Kind.ORDER_DELETED, number, null, scope.now()));
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Deletion(Objects.requireNonNull(entry.orderNumber()), version);
    }
}
