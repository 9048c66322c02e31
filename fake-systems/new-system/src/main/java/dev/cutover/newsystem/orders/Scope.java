package dev.cutover.newsystem.orders;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a change works in: its transaction, whose command it is, who takes the money, and what time it is. */
record Scope(Handle tx, Command command, PaymentGateway gateway, Instant now) {
    long household() {
        return command.household();
    }
}
