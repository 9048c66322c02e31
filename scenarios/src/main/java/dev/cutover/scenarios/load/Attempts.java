package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.ServedBy;
import io.gatling.javaapi.core.Session;
import org.jspecify.annotations.Nullable;

/** Takes the result of a send out of Gatling's session. */
final class Attempts {
    private Attempts() {}

    static Attempt read(Session session) {
        if (!session.contains("status")) {
            return new Attempt(0, null, SendFailures.take(session.userId()), ServedBy.NOBODY.code());
        }
        return new Attempt(
                session.getInt("status"),
                session.get("answer"),
                Cause.NONE,
                servedBy(session.getString("servedBy")).code());
    }

    static Session forget(Session session) {
        return session.removeAll("status", "servedBy", "answer").markAsSucceeded();
    }

    private static ServedBy servedBy(@Nullable String header) {
        return switch (header == null ? "" : header) {
            case "old" -> ServedBy.OLD;
            case "new" -> ServedBy.NEW;
            case "bridge" -> ServedBy.BRIDGE;
            default -> ServedBy.NOBODY;
        };
    }
}
