package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The orders. */
final class PurchaseOrders {
    private PurchaseOrders() {}

    record State(BigDecimal total, OrderStatus status) {}

    static long nextNumber(Handle tx) {
        return tx.select("select nextval('order_number_seq')").mapTo(Long.class).one();
    }

    static @Nullable UUID idOf(Handle tx, long number) {
        return tx.select("select id from purchase_order where order_number = ?", number)
                .mapTo(UUID.class)
                .findFirst()
                .orElse(null);
    }

    static State mustBe(OrderStatus expected, Scope scope, long number) {
        State state = scope.tx()
                .select(
                        "select total, status from purchase_order where order_number = ? and household_id = ?",
                        number,
                        scope.household())
                .map((row, context) -> new State(
                        Objects.requireNonNull(row.getBigDecimal("total")),
                        OrderStatus.valueOf(row.getString("status"))))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.ORDER_NOT_FOUND,
                        "Household " + scope.household() + " has no order " + number + "."));
        if (state.status() != expected) {
            throw Problem.of(
                    ProblemType.ORDER_STATE, "Order " + number + " is " + state.status() + ", not " + expected + ".");
        }
        return state;
    }

    static void open(Scope scope, long number, long customer, Goods goods) {
        try {
            scope.tx()
                    .execute(
                            "insert into purchase_order values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)",
                            UUID.randomUUID(),
                            number,
                            scope.household(),
                            customer,
                            goods.sku(),
                            goods.quantity(),
                            goods.unitPrice(),
                            goods.total(),
                            scope.now().atOffset(ZoneOffset.UTC),
                            goods.note(),
                            scope.command().operationId());
        } catch (UnableToExecuteStatementException e) {
            throw DatabaseErrors.isDuplicate(e) ? alreadyExists(number) : e;
        }
    }

    static Problem alreadyExists(long number) {
        return Problem.of(ProblemType.ORDER_STATE, "Order " + number + " exists.");
    }

    static void mark(Handle tx, long number, OrderStatus status) {
        tx.execute("update purchase_order set status = ? where order_number = ?", status.name(), number);
    }

    static void remove(Handle tx, long number) {
        tx.execute("delete from purchase_order where order_number = ?", number);
    }
}
