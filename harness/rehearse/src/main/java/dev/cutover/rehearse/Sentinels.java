package dev.cutover.rehearse;

import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.rehearse.Databases.Database;
import dev.cutover.rehearse.plan.SentinelSpec;
import dev.cutover.rehearse.plan.SentinelSpec.Seen;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends sentinels into every stream and waits until they come out: streams keep order, so everything before them came out too. */
public final class Sentinels {

    private final Parts parts;
    private final EventLog events;

    public Sentinels(Parts parts, EventLog events) {
        this.parts = parts;
        this.events = events;
    }

    /** True if every sentinel crossed within its own limit, or else that of all; each is recorded either way. */
    boolean cross(List<SentinelSpec> sentinels, Duration within) throws InterruptedException {
        long begin = System.nanoTime();
        boolean all = true;
        for (SentinelSpec sentinel : sentinels) {
            long sent = System.nanoTime();
            Duration left = sentinel.within().orElse(within.minusNanos(sent - begin));
            String reason = cross(sentinel, left.isPositive() ? left : Duration.ofNanos(1));
            double tookMs = (System.nanoTime() - sent) / 1_000_000.0;
            events.record(new SentinelEvent(sentinel.stream(), reason == null, tookMs, reason));
            all &= reason == null;
        }
        return all;
    }

    /** Sends one and waits until it comes out; returns why it did not cross, or null if it did. */
    public @Nullable String cross(SentinelSpec planned, Duration within) throws InterruptedException {
        Sentinel sentinel = Sentinel.fresh();
        try {
            send(planned.send(), sentinel);
        } catch (SQLException | ExecutionException | RuntimeException e) {
            return "it could not be sent: " + e;
        }
        boolean crossed = Await.until(within, () -> planned.seen().stream().allMatch(seen -> arrived(seen, sentinel)));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return crossed ? null : "it did not come out in time";
    }

    private void send(Send send, Sentinel sentinel) throws SQLException, ExecutionException, InterruptedException {
        switch (send) {
            case Send.Sql sql -> {
                try (Database database = parts.databases().connect(sql.component(), sql.database())) {
                    database.execute(sentinel.named(sql.statement()));
                }
            }
            case Send.Kafka kafka -> parts.broker().send(kafka, sentinel);
        }
    }

    private boolean arrived(Seen seen, Sentinel sentinel) {
        try (Database database = parts.databases().connect(seen.component(), seen.database())) {
            BigDecimal found = database.number(sentinel.named(seen.sql()));
            return found != null && found.longValue() >= seen.count();
        } catch (SQLException e) {
            return false; // looked at again until the limit
        }
    }
}
