package dev.cutover.newsystem.orders;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CancelOrder(long number) implements Change {
    @Override
    public Subject subject() {
        return Subject.ofOrder(number);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        PurchaseOrders.mustBe(OrderStatus.OPEN, seen, scope.household(), number);
        LedgerEntry entry = LedgerEntry.order(LedgerEntry.Kind.ORDER_CANCELLED, number, null, scope.now());
        return PurchaseOrders.mark(number, OrderStatus.CANCELLED, entry);
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Cancellation(Objects.requireNonNull(entry.orderNumber()), OrderStatus.CANCELLED, version);
    }
}
