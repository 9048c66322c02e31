package dev.cutover.rehearse.trial;

import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.Received;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
     * @param asks what it asks for, as the canonical text; null if the plan does not say
     */
    record Sent(
            String operation,
            String key,
            long id,
            long subject,
            String request,
            Answer answer,
            Outcome outcome,
            @Nullable String asks)
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
     * @param headers all of them
     */
    record Answer(int status, String body, String servedBy, Map<String, String> headers) {
        public Answer {
            Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            any.putAll(headers);
            headers = Collections.unmodifiableMap(any);
        }

        public Answer(int status, String body, String servedBy) {
            this(status, body, servedBy, Map.of());
        }

        /** As whoever looks for values reads it. */
        public Received received() {
            return Received.of(body, headers);
        }

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
