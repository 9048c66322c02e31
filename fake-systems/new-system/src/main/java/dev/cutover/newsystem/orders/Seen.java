package dev.cutover.newsystem.orders;

import dev.cutover.kit.database.PipelinedStatements;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say about a subject while its household is locked; null stands for what does not exist.
 *
 * @param first what the ledger holds, if the command was carried out before
 * @param order the subject's, or the one of the first result
 */
record Seen(
        Optional<Ledger.Recorded> first,
        @Nullable BigDecimal credit,
        @Nullable BigDecimal otherCredit,
        PurchaseOrders.@Nullable State order,
        boolean emailTaken,
        @Nullable Long newNumber) {

    // no limit 1: it would tempt the planner to walk through the whole ledger
    static final String SQL = """
            select l.*, a.credit, b.credit as other_credit, o.id as o_id, o.household_id as o_household, o.total, o.status,
                   exists (select from customer where email = ? and id <> ?) as taken,
                   case when ? and l.id is null then nextval('order_number_seq') end as new_number
            from (values (?::bigint, ?::bigint)) s (household, number)
            left join ledger_entry l on l.idempotency_key = ? and l.household_id = s.household
            left join customer a on a.id = ? and a.household_id = s.household
            left join customer b on b.id = ? and b.household_id = s.household
            left join purchase_order o on o.order_number = coalesce(s.number, l.order_number)
            order by l.id""";

    static void bind(PipelinedStatements statements, Command command, Subject subject) throws SQLException {
        statements
                .text(subject.email())
                .number(subject.customer())
                .flag(subject.newOrder())
                .number(command.household())
                .number(subject.order())
                .text(command.idempotencyKey())
                .number(subject.customer())
                .number(subject.otherCustomer());
    }

    static Seen of(ResultSet row) throws SQLException {
        row.next();
        return new Seen(
                Ledger.recorded(row),
                row.getBigDecimal("credit"),
                row.getBigDecimal("other_credit"),
                PurchaseOrders.state(row),
                row.getBoolean("taken"),
                row.getObject("new_number", Long.class));
    }

    void mustHaveCustomer(Change.Scope scope, long customer) {
        if (credit == null) {
            throw Customers.notFound(scope.household(), customer);
        }
    }

    long drawnNumber() {
        return Objects.requireNonNull(newNumber);
    }
}
