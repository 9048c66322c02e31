package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a command did: a row of the ledger, without what the ledger adds itself. */
record LedgerEntry(
        Kind kind,
        @Nullable Long customerId,
        @Nullable Long orderNumber,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal fromCredit,
        @Nullable BigDecimal toCredit,
        @Nullable String email,
        Instant occurredAt) {

    /** What is recorded. */
    enum Kind {
        ORDER_PLACED,
        EMAIL_CHANGED,
        CREDIT_TRANSFERRED,
        ORDER_PAID,
        ORDER_CANCELLED,
        ORDER_DELETED,
        ORDER_RECREATED
    }

    static LedgerEntry ordered(Kind kind, long customer, long number, BigDecimal total, Instant at) {
        return new LedgerEntry(kind, customer, number, total, null, null, null, at);
    }

    static LedgerEntry order(Kind kind, long number, @Nullable BigDecimal total, Instant at) {
        return new LedgerEntry(kind, null, number, total, null, null, null, at);
    }

    static LedgerEntry email(long customer, String email, Instant at) {
        return new LedgerEntry(Kind.EMAIL_CHANGED, customer, null, null, null, null, email, at);
    }

    static LedgerEntry transfer(long giver, BigDecimal amount, BigDecimal from, BigDecimal to, Instant at) {
        return new LedgerEntry(Kind.CREDIT_TRANSFERRED, giver, null, amount, from, to, null, at);
    }
}
