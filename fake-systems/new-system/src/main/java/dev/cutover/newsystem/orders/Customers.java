package dev.cutover.newsystem.orders;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The customers of a household. */
final class Customers {
    private Customers() {}

    static Problem notFound(long household, long customer) {
        return Problem.of(
                ProblemType.CUSTOMER_NOT_FOUND, "Household " + household + " has no customer " + customer + ".");
    }

    static void mustExist(Scope scope, long customer) {
        boolean exists = scope.tx()
                .select("select id from customer where id = ? and household_id = ?", customer, scope.household())
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
        if (!exists) {
            throw notFound(scope.household(), customer);
        }
    }

    static void changeEmail(Handle tx, long customer, String email) {
        boolean taken = tx.select("select exists (select from customer where email = ? and id <> ?)", email, customer)
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw taken();
        }
        try {
            tx.execute("update customer set email = ? where id = ?", email, customer);
        } catch (UnableToExecuteStatementException e) {
            throw DatabaseErrors.isDuplicate(e) ? taken() : e;
        }
    }

    /** Moves credit and returns the balances after it; who does not exist is missing. */
    static Map<Long, BigDecimal> transfer(Scope scope, long from, long to, BigDecimal amount) {
        return scope
                .tx()
                .select("""
                        update customer set credit = credit + case id when ? then ? else ? end
                        where household_id = ? and id in (?, ?) returning id, credit""", from, amount.negate(), amount, scope.household(), from, to)
                .map((row, context) ->
                        Map.entry(row.getLong("id"), Objects.requireNonNull(row.getBigDecimal("credit"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Problem taken() {
        return Problem.of(ProblemType.EMAIL_TAKEN, "Another customer uses this e-mail.");
    }
}
