package dev.cutover.newsystem.orders;

import java.time.Instant;

/** What a change works in: whose command it is, who takes the money, and what time it is. */
record Scope(Command command, PaymentGateway gateway, Instant now) {
    long household() {
        return command.household();
    }
}
