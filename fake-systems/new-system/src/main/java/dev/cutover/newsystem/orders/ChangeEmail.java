package dev.cutover.newsystem.orders;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ChangeEmail(long customer, String email) implements Change {
    static ChangeEmail of(long customer, Payload payload) {
        return new ChangeEmail(customer, payload.text("email"));
    }

    @Override
    public Subject subject() {
        return new Subject(customer, null, null, email, false);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        seen.mustHaveCustomer(scope, customer);
        if (seen.emailTaken()) {
            throw Customers.emailTaken();
        }
        return Customers.changeEmail(customer, email, LedgerEntry.email(customer, email, scope.now()));
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Email(Objects.requireNonNull(entry.email()), version);
    }
}
