package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;

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
    public LedgerEntry apply(Scope scope) {
        // done first and judged afterwards: a problem rolls it back
        Map<Long, BigDecimal> balances = Customers.transfer(scope, from, to, amount);
        BigDecimal giver = balances.get(from);
        BigDecimal taker = balances.get(to);
        if (giver == null || taker == null) {
            throw Customers.notFound(scope.household(), giver == null ? from : to);
        }
        if (giver.signum() < 0) {
            throw Problem.of(
                    ProblemType.INSUFFICIENT_CREDIT,
                    "Customer " + from + " has " + giver.add(amount) + " of " + amount + ".");
        }
        return LedgerEntry.transfer(from, amount, giver, taker, scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return new Result.Transfer(requireNonNull(entry.fromCredit()), requireNonNull(entry.toCredit()), version);
    }
}
