package dev.cutover.oldsystem.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Carries out operations, each in one read-committed transaction; throws {@link Refusal}, or anything else for an unknown outcome. */
public final class Shop {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Jdbi jdbi;
    private final PaymentProvider payments;
    private final Clock clock;

    public Shop(Jdbi jdbi, PaymentProvider payments, Clock clock) {
        this.jdbi = jdbi;
        this.payments = payments;
        this.clock = clock;
    }

    Answer write(Fence.@Nullable Ticket ticket, byte[] body, Function<Form, ? extends Write> reader) {
        return jdbi.inTransaction(db -> {
            if (ticket != null) {
                Fence.pass(db, ticket); // first of all, before anything of the request is looked at
            }
            return write(db, reader.apply(Form.parse(body)));
        });
    }

    private Answer write(Handle db, Write write) {
        // the lock serialises the household's writes; without a household there are no customers either
        long ver = version(db, "select ver from hh where hh_no = ? for update", write.hhNo());
        Optional<Journal.Posted> first = Journal.find(db, write.hhNo(), write.opId());
        if (first.isPresent()) {
            return Answer.ok(first.get().ver(), first.get().entry().answer(), true);
        }
        try {
            Entry entry = write.perform(new Work(db, payments, today()));
            return Answer.ok(Journal.post(db, write.hhNo(), write.opId(), entry), entry.answer(), false);
        } catch (Refusal refusal) {
            throw refusal.at(ver);
        }
    }

    Answer read(byte[] body, Reading reading) {
        Form form = Form.parse(body);
        long hhNo = form.positive("hhNo");
        long custNo = form.positive("custNo");
        return jdbi.withHandle(db -> {
            try {
                return reading.read(db, hhNo, custNo);
            } catch (Refusal refusal) { // customers neither come nor go, so any version it is asked at will do
                throw refusal.at(version(db, "select ver from hh where hh_no = ?", hhNo));
            }
        });
    }

    Answer raiseFence(byte[] body) {
        long epoch = jdbi.inTransaction(db -> Fence.raise(db, Form.parse(body)));
        return Answer.ok(null, Map.of("epoch", epoch), false);
    }

    private static long version(Handle db, String sql, long hhNo) {
        return db.select(sql, hhNo).mapTo(Long.class).findFirst().orElse(0L);
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
