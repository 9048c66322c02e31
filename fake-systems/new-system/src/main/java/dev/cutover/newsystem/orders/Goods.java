package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order is for. */
record Goods(
        String sku,
        int quantity,
        BigDecimal unitPrice,
        @Nullable String note) {
    private static final BigDecimal FREE = new BigDecimal("0.00");

    static Goods of(Payload payload) {
        Goods goods = new Goods(
                payload.text("sku"),
                (int) payload.integer("quantity", 1, 1_000_000),
                payload.amount("unitPrice", FREE),
                payload.textOrNull("note"));
        if (goods.total().compareTo(Payload.MAX_AMOUNT) > 0) {
            throw Problem.malformed("The total is more than " + Payload.MAX_AMOUNT + ".");
        }
        return goods;
    }

    BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    /** The order as it was opened; what the ledger does not hold, the request, being the same, does. */
    Result opened(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Order(
                orderId,
                requireNonNull(entry.orderNumber()),
                sku,
                quantity,
                unitPrice,
                requireNonNull(entry.amount()),
                entry.occurredAt(),
                OrderStatus.OPEN,
                note,
                version);
    }
}
