package dev.cutover.newsystem.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The ledger: one entry for each committed command, and where a retry finds its first result. */
final class Ledger {
    private Ledger() {}

    record Recorded(long version, LedgerEntry entry) {}

    static Optional<Recorded> find(Handle tx, Command command) {
        return tx.select("""
                        select version, kind, customer_id, order_number, amount, from_credit, to_credit, email, occurred_at
                        from ledger_entry where idempotency_key = ? and household_id = ? order by id limit 1""", command.idempotencyKey(), command.household())
                .map((row, context) -> recorded(row))
                .findFirst();
    }

    /** Raises the household's version and records the entry under it, in this order; returns the version. */
    static long record(Handle tx, Command command, LedgerEntry entry) {
        return tx.select(
                        """
                        with next as (update household set version = version + 1 where id = ? returning id, version)
                        insert into ledger_entry (household_id, version, operation_id, idempotency_key, kind, customer_id,
                                                  order_number, amount, from_credit, to_credit, email, occurred_at)
                        select id, version, ?, ?, ?, ?::bigint, ?::bigint, ?::numeric, ?::numeric, ?::numeric, ?::text, ?
                        from next returning version""",
                        command.household(),
                        command.operationId(),
                        command.idempotencyKey(),
                        entry.kind().name(),
                        entry.customerId(),
                        entry.orderNumber(),
                        entry.amount(),
                        entry.fromCredit(),
                        entry.toCredit(),
                        entry.email(),
                        entry.occurredAt().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        LedgerEntry entry = new LedgerEntry(
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("customer_id", Long.class),
                row.getObject("order_number", Long.class),
                row.getBigDecimal("amount"),
                row.getBigDecimal("from_credit"),
                row.getBigDecimal("to_credit"),
                row.getString("email"),
                Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                        .toInstant());
        return new Recorded(row.getLong("version"), entry);
    }
}
