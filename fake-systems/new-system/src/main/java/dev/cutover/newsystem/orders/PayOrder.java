package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

record PayOrder(long number) implements Change {
    @Override
    public LedgerEntry apply(Scope scope) {
        BigDecimal total =
                PurchaseOrders.mustBe(OrderStatus.OPEN, scope, number).total();
        if (!scope.gateway().charge(scope.command(), number, total)) {
            throw Problem.of(ProblemType.PAYMENT_DECLINED, "The payment of order " + number + " was declined.");
        }
        PurchaseOrders.mark(scope.tx(), number, OrderStatus.PAID);
        return LedgerEntry.order(EntryKind.ORDER_PAID, number, total, scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return new Result.Payment(
                requireNonNull(entry.orderNumber()), requireNonNull(entry.amount()), OrderStatus.PAID, version);
    }
}
