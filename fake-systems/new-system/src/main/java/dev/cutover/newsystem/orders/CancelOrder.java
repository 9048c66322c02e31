package dev.cutover.newsystem.orders;

import java.util.Objects;

record CancelOrder(long number) implements Change {
    @Override
    public LedgerEntry apply(Scope scope) {
        PurchaseOrders.mustBe(OrderStatus.OPEN, scope, number);
        PurchaseOrders.mark(scope.tx(), number, OrderStatus.CANCELLED);
        return LedgerEntry.order(EntryKind.ORDER_CANCELLED, number, null, scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return new Result.Cancellation(Objects.requireNonNull(entry.orderNumber()), OrderStatus.CANCELLED, version);
    }
}
