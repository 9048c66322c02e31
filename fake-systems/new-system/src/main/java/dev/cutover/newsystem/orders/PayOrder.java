package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PayOrder(long number) implements Change {
    @Override
    public Subject subject() {
        return Subject.ofOrder(number);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        BigDecimal total = PurchaseOrders.mustBe(OrderStatus.OPEN, seen, scope.household(), number)
                .total();
        if (!scope.gateway().charge(scope.command(), number, total)) {
            throw Problem.of(ProblemType.PAYMENT_DECLINED, "The payment of order " + number + " was declined.");
        }
        return PurchaseOrders.mark(
                number, OrderStatus.PAID, LedgerEntry.order(LedgerEntry.Kind.ORDER_PAID, number, total, scope.now()));
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Payment(
                requireNonNull(entry.orderNumber()), requireNonNull(entry.amount()), OrderStatus.PAID, version);
    }
}
