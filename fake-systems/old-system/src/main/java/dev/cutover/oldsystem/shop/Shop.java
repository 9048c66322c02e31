package dev.cutover.oldsystem.shop;

import dev.cutover.kit.payments.PaymentClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Carries out operations; throws {@link Refusal}, or anything else for an unknown outcome. */
public final class Shop {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final DataSource pool;
    private final PaymentClient payments;
    private final Clock clock;

    public Shop(DataSource pool, PaymentClient payments, Clock clock) {
        this.pool = pool;
        this.payments = payments;
        this.clock = clock;
    }

    Answer write(Fence.@Nullable Ticket ticket, byte[] body, Function<Form, ? extends Write> reader)
            throws SQLException {
        Write write = read(ticket, body, reader);
        try (Connection db = pool.getConnection()) {
            db.setAutoCommit(false);
            Transaction transaction = new Transaction(db, write);
            Seen seen = transaction.look(ticket);
            if (seen.first().isPresent()) {
                Journal.Posted first = seen.first().get();
                return Answer.ok(first.ver(), first.entry().answer(), true);
            }
            return write(transaction, write, seen);
        }
    }

    private Answer write(Transaction transaction, Write write, Seen seen) throws SQLException {
        try {
            Change change = write.decide(seen, new Write.Work(payments, today()));
            return Answer.ok(transaction.commit(change), change.entry().answer(), false);
        } catch (Refusal refusal) {
            throw refusal.at(transaction.ver());
        }
    }

    /** The fence comes first of all: who is over is not told what else is wrong. */
    private Write read(Fence.@Nullable Ticket ticket, byte[] body, Function<Form, ? extends Write> reader)
            throws SQLException {
        try {
            return reader.apply(Form.parse(body));
        } catch (Refusal malformed) {
            if (ticket != null) {
                try (Connection db = pool.getConnection()) {
                    Fence.pass(db, ticket);
                }
            }
            throw malformed;
        }
    }

    Answer read(byte[] body, Reading reading) throws SQLException {
        Form form = Form.parse(body);
        long hhNo = form.positive("hhNo");
        long custNo = form.positive("custNo");
        try (Connection db = pool.getConnection()) {
            return reading.read(db, hhNo, custNo);
        }
    }

    Answer raiseFence(byte[] body) throws SQLException {
        Form form = Form.parse(body);
        try (Connection db = pool.getConnection()) {
            db.setAutoCommit(false);
            return Answer.ok(null, Map.of("epoch", Fence.raise(db, form)), false);
        }
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
