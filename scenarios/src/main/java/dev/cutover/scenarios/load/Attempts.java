package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.ServedBy;
import io.gatling.javaapi.core.Session;

/** Takes the result of a send out of Gatling's session. */
final class Attempts {
    private Attempts() {}

    /**
     * The last send.
     *
     * @param lookInside whether somebody asks for the body
     */
    static Attempt read(Session session, boolean lookInside) {
        if (!session.contains("status")) {
            return new Attempt(
                    0, MissingNode.getInstance(), SendFailures.take(session.userId()), ServedBy.NOBODY.code());
        }
        return new Attempt(
                session.getInt("status"),
                lookInside ? Answers.json(session.get("answer")) : MissingNode.getInstance(),
                Cause.NONE,
                ServedBy.named(session.getString("servedBy")).code());
    }

    static Session forget(Session session) {
        return session.removeAll("status", "servedBy", "answer").markAsSucceeded();
    }
}
