package dev.cutover.newsystem.orders;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Carries out commands, each in a read-committed transaction of its own. */
final class CommandDesk {
    private final Jdbi jdbi;
    private final PaymentGateway gateway;
    private final Clock clock;

    CommandDesk(Jdbi jdbi, PaymentGateway gateway, Clock clock) {
        this.jdbi = jdbi;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Reads a change from a request. */
    @FunctionalInterface
    interface Reader {
        Change read(Request request);
    }

    Reply execute(Request request, Reader reader) {
        try (Handle tx = jdbi.open()) {
            tx.begin();
            try {
                Reply reply = inTransaction(tx, request, reader);
                if (request.shadow()) {
                    tx.rollback();
                } else {
                    tx.commit();
                }
                return reply;
            } finally {
                if (tx.isInTransaction()) {
                    tx.rollback();
                }
            }
        }
    }

    private Reply inTransaction(Handle tx, Request request, Reader reader) {
        if (request.fence() != null) {
            Fences.check(tx, request.fence()); // before anything else is looked at
        }
        Command command = request.command();
        Change change = reader.read(request);
        PaymentGateway payments = request.suppressEffects() ? PaymentGateway.SUPPRESSED : gateway;
        // the database keeps microseconds: a retry must see the same instant
        Scope scope = new Scope(tx, command, payments, clock.instant().truncatedTo(ChronoUnit.MICROS));
        long version = lock(tx, command.household());
        Optional<Ledger.Recorded> first = Ledger.find(tx, command);
        if (first.isPresent()) {
            return new Reply(
                    change.result(scope, first.get().version(), first.get().entry()), true);
        }
        return new Reply(apply(scope, change, version), false);
    }

    private static Result apply(Scope scope, Change change, long version) {
        try {
            LedgerEntry entry = change.apply(scope);
            return change.result(scope, Ledger.record(scope.tx(), scope.command(), entry), entry);
        } catch (Problem problem) {
            throw problem.at(version);
        }
    }

    /** One command of a household at a time; an unknown household has version 0 and no customers. */
    private static long lock(Handle tx, long household) {
        return tx.select("select version from household where id = ? for update", household)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }
}
