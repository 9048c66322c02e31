package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders. */
final class PurchaseOrders {
    private static final String OPEN = "insert into purchase_order values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)";
    private static final String MARK = "update purchase_order set status = ? where order_number = ?";
    private static final String REMOVE = "delete from purchase_order where order_number = ?";

    private PurchaseOrders() {}

    record State(UUID id, long household, BigDecimal total, OrderStatus status) {}

    static @Nullable State state(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("o_id", UUID.class);
        return id == null
                ? null
                : new State(
                        id,
                        row.getLong("o_household"),
                        Objects.requireNonNull(row.getBigDecimal("total")),
                        OrderStatus.valueOf(row.getString("status")));
    }

    static State mustBe(OrderStatus expected, Seen seen, long household, long number) {
        State state = seen.order();
        if (state == null || state.household() != household) {
            throw Problem.of(ProblemType.ORDER_NOT_FOUND, "Household " + household + " has no order " + number + ".");
        }
        if (state.status() != expected) {
            throw Problem.of(
                    ProblemType.ORDER_STATE, "Order " + number + " is " + state.status() + ", not " + expected + ".");
        }
        return state;
    }

    static Effect open(Change.Scope scope, long number, long customer, Goods goods, LedgerEntry entry) {
        UUID id = UUID.randomUUID();
        return new Effect(
                OPEN,
                statements -> statements
                        .id(id)
                        .number(number)
                        .number(scope.household())
                        .number(customer)
                        .text(goods.sku())
                        .number((long) goods.quantity())
                        .money(goods.unitPrice())
                        .money(goods.total())
                        .time(scope.now())
                        .text(goods.note())
                        .number(scope.command().operationId()),
                entry,
                id);
    }

    static Problem alreadyExists() {
        return Problem.of(ProblemType.ORDER_STATE, "An order with that number exists.");
    }

    static Effect mark(long number, OrderStatus status, LedgerEntry entry) {
        return new Effect(MARK, statements -> statements.text(status.name()).number(number), entry);
    }

    static Effect remove(long number, LedgerEntry entry) {
        return new Effect(REMOVE, statements -> statements.number(number), entry);
    }
}
