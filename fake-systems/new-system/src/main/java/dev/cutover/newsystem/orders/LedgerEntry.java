package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a command did: a row of the ledger, without what the ledger adds itself. */
record LedgerEntry(
        EntryKind kind,
        @Nullable Long customerId,
        @Nullable Long orderNumber,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal fromCredit,
        @Nullable BigDecimal toCredit,
        @Nullable String email,
        Instant occurredAt) {

    static LedgerEntry ordered(EntryKind kind, long customer, long number, BigDecimal total, Instant at) {
        return new LedgerEntry(kind, customer, number, total, null, null, null, at);
    }

    static LedgerEntry order(EntryKind kind, long number, @Nullable BigDecimal total, Instant at) {
        return new LedgerEntry(kind, null, number, total, null, null, null, at);
    }

    static LedgerEntry email(long customer, String email, Instant at) {
        return new LedgerEntry(EntryKind.EMAIL_CHANGED, customer, null, null, null, null, email, at);
    }

    static LedgerEntry transfer(long giver, BigDecimal amount, BigDecimal from, BigDecimal to, Instant at) {
        return new LedgerEntry(EntryKind.CREDIT_TRANSFERRED, giver, null, amount, from, to, null, at);
    }
}
