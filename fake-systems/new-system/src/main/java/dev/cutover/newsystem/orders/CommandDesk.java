package dev.cutover.newsystem.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Carries out commands, each in a transaction of its own. */
final class CommandDesk {
    private final DataSource pool;
    private final PaymentGateway gateway;
    private final Clock clock;

    CommandDesk(DataSource pool, PaymentGateway gateway, Clock clock) {
        this.pool = pool;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Reads a change from a request. */
    @FunctionalInterface
    interface Reader {
        Change read(Request request);
    }

    Resources.Reply execute(Request request, Reader reader) throws SQLException {
        Order order = read(request, reader);
        try (Connection db = pool.getConnection()) {
            db.setAutoCommit(false);
            Transaction transaction = new Transaction(db, order.command());
            Seen seen = transaction.look(request.fence(), order.change().subject());
            if (seen.first().isPresent()) {
                Ledger.Recorded first = seen.first().get();
                return new Resources.Reply(order.change().result(first.version(), first.entry(), idOf(seen)), true);
            }
            return new Resources.Reply(carryOut(transaction, order, seen, request), false);
        }
    }

    private record Order(Command command, Change change) {}

    /** A fence comes before anything else: what is past is not told what else is wrong. */
    private Order read(Request request, Reader reader) throws SQLException {
        try {
            return new Order(request.command(), reader.read(request));
        } catch (Problem malformed) {
            if (request.fence() != null) {
                try (Connection db = pool.getConnection()) {
                    Fences.check(db, request.fence());
                }
            }
            throw malformed;
        }
    }

    private Result carryOut(Transaction transaction, Order order, Seen seen, Request request) throws SQLException {
        PaymentGateway payments = request.suppressEffects() ? PaymentGateway.SUPPRESSED : gateway;
        // the database keeps microseconds: a retry must see the same instant
        Change.Scope scope =
                new Change.Scope(order.command(), payments, clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            Effect effect = order.change().decide(seen, scope);
            long version = transaction.end(effect, request.shadow());
            return order.change().result(version, effect.entry(), effect.orderId());
        } catch (Problem problem) {
            throw problem.at(transaction.version());
        }
    }

    private static @Nullable UUID idOf(Seen seen) {
        PurchaseOrders.State order = seen.order();
        return order == null ? null : order.id();
    }
}
