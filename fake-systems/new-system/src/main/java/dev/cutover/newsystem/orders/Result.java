package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client gets; field names are those of the API. */
public sealed interface Result {
    /** An order. The id is null only if a retry asks for an order that was deleted since. */
    record Order(
            @Nullable UUID id,
            long orderNumber,
            String sku,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal total,
            Instant placedAt,
            OrderStatus status,
            @Nullable String note,
            long householdVersion)
            implements Result {}

    /** An e-mail changed. */
    record Email(String email, long householdVersion) implements Result {}

    /** Balances after a transfer. */
    record Transfer(BigDecimal fromCredit, BigDecimal toCredit, long householdVersion) implements Result {}

    /** An order paid. */
    record Payment(long orderNumber, BigDecimal total, OrderStatus status, long householdVersion) implements Result {}

    /** An order cancelled. */
    record Cancellation(long orderNumber, OrderStatus status, long householdVersion) implements Result {}

    /** An order deleted. */
    record Deletion(long orderNumber, long householdVersion) implements Result {}

    /** A customer. */
    record Customer(
            long id,
            @Nullable String fullName,
            String email,
            BigDecimal credit,
            @Nullable Instant registeredAt,
            long householdVersion)
            implements Result {}

    /** A customer's orders, by number. */
    record Orders(List<Order> orders, long householdVersion) implements Result {}

    /** A fence: the epoch in force. */
    record FenceSet(long epoch) implements Result {}
}
