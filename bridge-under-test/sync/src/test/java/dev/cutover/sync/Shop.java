package dev.cutover.sync;

import dev.cutover.sync.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes like one of the two systems: locks the household, changes rows, raises the version, appends to the ledger. */
final class Shop implements AutoCloseable {
    private static final AtomicLong OPERATIONS = new AtomicLong(1_000);

    private final Schema schema;
    private final Connection connection;

    Shop(Schema schema, String url) throws SQLException {
        this.schema = schema;
        this.connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
    }

    /** Answers the operation id. */
    long place(long household, long order, @Nullable String note) throws SQLException {
        return write(
                household,
                old() ? "PO" : "ORDER_PLACED",
                order,
                "null",
                insertOrder(household, order, note, OPERATIONS.get() + 1));
    }

    long recreate(long household, long order) throws SQLException {
        return write(
                household,
                old() ? "RO" : "ORDER_RECREATED",
                order,
                "null",
                insertOrder(household, order, null, OPERATIONS.get() + 1));
    }

    long cancel(long household, long order) throws SQLException {
        String update = old()
                ? "update ord set st = 'C' where ord_no = "
                : "update purchase_order set status = 'CANCELLED' where order_number = ";
        return write(household, old() ? "CO" : "ORDER_CANCELLED", order, "null", update + order);
    }

    long delete(long household, long order) throws SQLException {
        String delete = old() ? "delete from ord where ord_no = " : "delete from purchase_order where order_number = ";
        return write(household, old() ? "DO" : "ORDER_DELETED", order, "null", delete + order);
    }

    long changeEmail(long household, long customer, String email) throws SQLException {
        String update = old()
                ? "update cust set email = '%s' where cust_no = %d"
                : "update customer set email = '%s' where id = %d";
        return write(
                household, old() ? "CE" : "EMAIL_CHANGED", null, "'" + email + "'", update.formatted(email, customer));
    }

    long transfer(long household, long giver, long taker, long cents) throws SQLException {
        String update = old()
                ? "update cust set credit_c = credit_c + (%d) where cust_no = %d"
                : "update customer set credit = credit + (%d) / 100.0 where id = %d";
        return write(
                household,
                old() ? "TC" : "CREDIT_TRANSFERRED",
                null,
                "null",
                update.formatted(-cents, giver),
                update.formatted(cents, taker));
    }

    private synchronized long write(
            long household, String kind, @Nullable Object order, String email, String... statements)
            throws SQLException {
        long operation = OPERATIONS.incrementAndGet();
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(
                    old()
                            ? "select ver from hh where hh_no = " + household + " for update"
                            : "select version from household where id = " + household + " for update");
            for (String sql : statements) {
                statement.execute(sql);
            }
            try (ResultSet version = statement.executeQuery(
                    old()
                            ? "update hh set ver = ver + 1 where hh_no = " + household + " returning ver"
                            : "update household set version = version + 1 where id = " + household
                                    + " returning version")) {
                version.next();
                statement.addBatch(ledger(household, version.getLong(1), operation, kind, order, email));
            }
            statement.executeBatch();
            connection.commit();
        }
        return operation;
    }

    private String ledger(
            long household, long version, long operation, String kind, @Nullable Object order, String email) {
        return old()
                ? "insert into jnl (hh_no, ver, op_id, kind, ord_no, email, dt) values (%d, %d, %d, '%s', %s, %s, '20261122')"
                        .formatted(household, version, operation, kind, order, email)
                : ("insert into ledger_entry (household_id, version, operation_id, idempotency_key, kind, order_number, email,"
                                + " occurred_at) values (%d, %d, %d, '%d', '%s', %s, %s, '2026-11-22T10:00:00Z')")
                        .formatted(household, version, operation, operation, kind, order, email);
    }

    private String insertOrder(long household, long order, @Nullable String note, long operation) {
        String text = note == null ? "null" : "'" + note.replace("'", "''") + "'";
        return old()
                ? "insert into ord values (%d, %d, %d, 'S1', 2, 1230, 2460, '20261122', 'O', %s, %d)"
                        .formatted(order, household, 3 * household, text, operation)
                : ("insert into purchase_order values (gen_random_uuid(), %d, %d, %d, 'S1', 2, 12.30, 24.60,"
                                + " '2026-11-22T10:11:12Z', 'OPEN', %s, %d)")
                        .formatted(order, household, 3 * household, text, operation);
    }

    private boolean old() {
        return schema == Schema.OLD;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
