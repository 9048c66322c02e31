package dev.cutover.newsystem.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a command changes; parsed, and valid in itself. */
sealed interface Change
        permits PlaceOrder, RecreateOrder, ChangeEmail, TransferCredit, PayOrder, CancelOrder, DeleteOrder {

    /** What a change works in: whose command it is, who takes the money, and what time it is. */
    record Scope(Command command, PaymentGateway gateway, Instant now) {
        long household() {
            return command.household();
        }
    }

    Subject subject();

    /** Decides on what was seen: says what to do, or throws a {@link Problem}. The household is locked. */
    Effect decide(Seen seen, Scope scope);

    /** The result as the client sees it, from what was recorded: now, or at a retry. */
    Result result(long version, LedgerEntry entry, @Nullable UUID orderId);
}
