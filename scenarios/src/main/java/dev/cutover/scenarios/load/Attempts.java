package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.LookedAt;
import dev.cutover.rehearse.load.Received;
import io.gatling.javaapi.core.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the result of a send out of Gatling's session.
 *
 * @param headers those of answers that somebody looks at, by the names under which the session has them
 */
record Attempts(Map<String, String> headers) {

    static Attempts of(LoadModel load) {
        Map<String, String> headers = new HashMap<>();
        LookedAt.headers(load).forEach(name -> headers.put("header " + name, name));
        return new Attempts(Map.copyOf(headers));
    }

    /** The last send. */
    Attempt read(Session session) {
        if (!session.contains("status")) {
            return new Attempt(0, Received.NOTHING, SendFailures.take(session.userId()), ServedBy.NOBODY.code());
        }
        return new Attempt(
                session.getInt("status"),
                Received.of(session.<byte[]>get("answer"), said(session)),
                Cause.NONE,
                ServedBy.named(session.getString("servedBy")).code());
    }

    private Map<String, String> said(Session session) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((attribute, name) -> {
            if (session.contains(attribute)) {
                said.put(name, String.valueOf(session.getString(attribute)));
            }
        });
        return said;
    }

    Session forget(Session session) {
        Session without = session.removeAll("status", "servedBy", "answer").markAsSucceeded();
        return headers.isEmpty() ? without : without.removeAll(headers.keySet().toArray(String[]::new));
    }
}
