package dev.cutover.newsystem.orders;

import java.util.Objects;

record DeleteOrder(long number) implements Change {
    @Override
    public LedgerEntry apply(Scope scope) {
        PurchaseOrders.mustBe(OrderStatus.CANCELLED, scope, number);
        PurchaseOrders.remove(scope.tx(), number);
        return LedgerEntry.order(EntryKind.ORDER_DELETED, number, null, scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return new Result.Deletion(Objects.requireNonNull(entry.orderNumber()), version);
    }
}
