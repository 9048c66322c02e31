package dev.cutover.rehearse.trial;

import dev.cutover.record.journal.Outcome;
import java.util.Set;
import java.util.TreeSet;

/** What came of asking for an operation once. */
public sealed interface Asked {

    String operation();

    /**
     * It could not be asked for.
     *
     * @param values that nothing before it gave
     */
    record Lacking(String operation, Set<String> values) implements Asked {
        public Lacking {
            values = new TreeSet<>(values);
        }
    }

    /**
     * It was sent.
     *
     * @param key as the plan reads it
     * @param id under which it was asked for
     * @param subject the id of the operation that made what it is about; 0 for none
     * @param request method and path
     * @param answer what came back
     * @param outcome what a client may conclude
     */
    record Sent(String operation, String key, long id, long subject, String request, Answer answer, Outcome outcome)
            implements Asked {
        public boolean ok() {
            return outcome == Outcome.OK;
        }
    }

    /**
     * What came back.
     *
     * @param status of HTTP; 0 if nothing came, and the body then says why
     * @param servedBy what stands in the header that the plan names; empty if nothing does
     */
    record Answer(int status, String body, String servedBy) {
        /** In one line, a long body by its beginning. */
        @Override
        public String toString() {
            String brief = Brief.line(body);
            if (status == 0) {
                return "not answered: " + brief;
            }
            return "answered with status " + status + (brief.isEmpty() ? " and no body" : " and " + brief);
        }
    }
}
