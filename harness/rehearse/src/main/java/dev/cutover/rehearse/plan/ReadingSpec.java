package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.Place;
import java.util.Map;
import java.util.Optional;

/** A value that is asked for, by HTTP or by SQL, and where it matters what it must be. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(ReadingSpec.Http.class), @JsonSubTypes.Type(ReadingSpec.Sql.class)})
public sealed interface ReadingSpec {

    /** What the value must be, as a text. */
    Optional<String> is();

    /**
     * What a GET is answered with.
     *
     * @param get {@code component.port/path} of a GET
     * @param headers headers by name
     * @param at where in the JSON answer the value is, as a JSON pointer; without it, and without {@code body}, the whole answer
     * @param body in an answer of any kind: the value is what the first group of this regular expression finds in it
     * @param is what the value must be, where that is asked for
     */
    record Http(
            String get, Map<String, String> headers, Optional<String> at, Optional<String> body, Optional<String> is)
            implements ReadingSpec {
        public Http {
            headers = Plan.inOrder(headers);
            Endpoint unused = Endpoint.of(get, "get");
            at.ifPresent(pointer -> ReadingSpec.checkPointer(pointer, "at"));
            body.ifPresent(pattern -> Place.requireGroup(pattern, "body"));
            if (at.isPresent() && body.isPresent()) {
                throw WrongValue.at("is a second place beside 'at'; leave one out", "body");
            }
        }

        public Endpoint endpoint() {
            return Endpoint.of(get, "get");
        }

        /** Where the value is; none: the answer is the value. */
        public Optional<Look> look() {
            return at.map(Place::of).or(() -> body.map(Place::inBody)).map(Look::of);
        }
    }

    /**
     * What a query gives: the first column of its first row.
     *
     * @param component the database component
     * @param database the database in it
     * @param sql the query; the first column of its first row counts
     * @param is what the value must be, where that is asked for
     */
    record Sql(String component, String database, String sql, Optional<String> is) implements ReadingSpec {}

    static void checkPointer(String pointer, Object... path) {
        if (!pointer.startsWith("/")) {
            throw WrongValue.at(
                    "must be a JSON pointer such as /epoch, but is '" + pointer
                            + "'; what is no JSON is looked at by 'body'",
                    path);
        }
    }
}
