package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TransferCredit(long from, long to, BigDecimal amount) implements Change {
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    static TransferCredit of(Payload payload) {
        TransferCredit transfer = new TransferCredit(
                payload.integer("from", 1, Long.MAX_VALUE),
                payload.integer("to", 1, Long.MAX_VALUE),
                payload.amount("amount", LEAST));
        if (transfer.from == transfer.to) {
            throw Problem.malformed("Fields from and to name the same customer.");
        }
        return transfer;
    }

    @Override
    public Subject subject() {
        return new Subject(from, to, null, null, false);
    }

    @Override
    public Effect decide(Seen seen, Scope scope) {
        BigDecimal giver = seen.credit();
        BigDecimal taker = seen.otherCredit();
        if (giver == null || taker == null) {
            throw Customers.notFound(scope.household(), giver == null ? from : to);
        }
        if (giver.compareTo(amount) < 0) {
            throw Problem.of(
                    ProblemType.INSUFFICIENT_CREDIT, "Customer " + from + " has " + giver + " of " + amount + ".");
        }
        LedgerEntry entry = LedgerEntry.transfer(from, amount, giver.subtract(amount), taker.add(amount), scope.now());
        return Customers.transfer(scope.household(), from, to, amount, entry);
    }

    @Override
    public Result result(long version, LedgerEntry entry, @Nullable UUID orderId) {
        return new Result.Transfer(requireNonNull(entry.fromCredit()), requireNonNull(entry.toCredit()), version);
    }
}
