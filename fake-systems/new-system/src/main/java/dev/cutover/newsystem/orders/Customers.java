package dev.cutover.newsystem.orders;

import java.math.BigDecimal;

/** The customers of a household. */
final class Customers {
    private static final String CHANGE_EMAIL = "update customer set email = ? where id = ?";
    private static final String TRANSFER = """
            update customer set credit = credit + case id when ? then ?::numeric else ?::numeric end
            where household_id = ? and id in (?, ?)""";

    private Customers() {}

    static Problem notFound(long household, long customer) {
        return Problem.of(
                ProblemType.CUSTOMER_NOT_FOUND, "Household " + household + " has no customer " + customer + ".");
    }

    static Problem emailTaken() {
        return Problem.of(ProblemType.EMAIL_TAKEN, "Another customer uses this e-mail.");
    }

    static Effect changeEmail(long customer, String email, LedgerEntry entry) {
        return new Effect(CHANGE_EMAIL, statements -> statements.text(email).number(customer), entry);
    }

    static Effect transfer(long household, long from, long to, BigDecimal amount, LedgerEntry entry) {
        return new Effect(
                TRANSFER,
                statements -> statements
                        .number(from)
                        .money(amount.negate())
                        .money(amount)
                        .number(household)
                        .number(from)
                        .number(to),
                entry);
    }
}
