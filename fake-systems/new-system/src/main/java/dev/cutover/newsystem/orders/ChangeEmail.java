package dev.cutover.newsystem.orders;

import java.util.Objects;

record ChangeEmail(long customer, String email) implements Change {
    static ChangeEmail of(long customer, Payload payload) {
        return new ChangeEmail(customer, payload.text("email"));
    }

    @Override
    public LedgerEntry apply(Scope scope) {
        Customers.mustExist(scope, customer);
        Customers.changeEmail(scope.tx(), customer, email);
        return LedgerEntry.email(customer, email, scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return new Result.Email(Objects.requireNonNull(entry.email()), version);
    }
}
