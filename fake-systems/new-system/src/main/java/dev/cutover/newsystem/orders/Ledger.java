package dev.cutover.newsystem.orders;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/** The ledger: one entry for each committed command, and where a retry finds its first result. */
final class Ledger {
    /** Raises the household's version and records the entry under it. */
    static final String RECORD = """
            with next as (update household set version = version + 1 where id = ? returning id, version)
            insert into ledger_entry (household_id, version, operation_id, idempotency_key, kind, customer_id,
                                      order_number, amount, from_credit, to_credit, email, occurred_at)
            select id, version, ?, ?, ?, ?::bigint, ?::bigint, ?::numeric, ?::numeric, ?::numeric, ?::text, ?
            from next returning version""";

    private Ledger() {}

    record Recorded(long version, LedgerEntry entry) {}

    static void bind(PipelinedStatements statements, Command command, LedgerEntry entry) throws SQLException {
        statements
                .number(command.household())
                .number(command.operationId())
                .text(command.idempotencyKey())
                .text(entry.kind().name())
                .number(entry.customerId())
                .number(entry.orderNumber())
                .money(entry.amount())
                .money(entry.fromCredit())
                .money(entry.toCredit())
                .text(entry.email())
                .time(entry.occurredAt());
    }

    static Optional<Recorded> recorded(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        if (row.wasNull()) {
            return Optional.empty();
        }
        LedgerEntry entry = new LedgerEntry(
                LedgerEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("customer_id", Long.class),
                row.getObject("order_number", Long.class),
                row.getBigDecimal("amount"),
                row.getBigDecimal("from_credit"),
                row.getBigDecimal("to_credit"),
                row.getString("email"),
                Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                        .toInstant());
        return Optional.of(new Recorded(version, entry));
    }
}
