package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.rehearse.load.Place;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a list, by which the systems under test are steered; its keys say what it does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(ActionSpec.Http.class),
    @JsonSubTypes.Type(ActionSpec.Run.class),
    @JsonSubTypes.Type(ActionSpec.Write.class),
    @JsonSubTypes.Type(ActionSpec.Sql.class),
    @JsonSubTypes.Type(ActionSpec.Until.class)
})
public sealed interface ActionSpec {

    /**
     * A request: exactly one of the methods, each with {@code component.port/path}.
     *
     * @param get {@code component.port/path} of a GET; exactly one of the four methods is given
     * @param post the same of a POST
     * @param put the same of a PUT
     * @param delete the same of a DELETE
     * @param headers headers by name
     * @param body the body; {@code ${mode}} and the other values of a change may stand in it
     * @param status the answers that are right; without it any 2xx
     * @param keep values of the answer that later steps may use, by name: a JSON pointer, or another place
     * @param within less time than {@code control.within} leaves
     */
    record Http(
            Optional<String> get,
            Optional<String> post,
            Optional<String> put,
            Optional<String> delete,
            Map<String, String> headers,
            Optional<String> body,
            List<Integer> status,
            Map<String, Place> keep,
            Optional<Duration> within)
            implements ActionSpec {
        public Http {
            headers = Plan.inOrder(headers);
            status = List.copyOf(status);
            keep = Plan.inOrder(keep);
            within.ifPresent(ActionSpec::checkLimit);
            Map<String, String> asked = new LinkedHashMap<>();
            get.ifPresent(to -> asked.put("get", to));
            post.ifPresent(to -> asked.put("post", to));
            put.ifPresent(to -> asked.put("put", to));
            delete.ifPresent(to -> asked.put("delete", to));
            if (asked.size() != 1) {
                throw WrongValue.here("must have exactly one of the keys get, post, put, delete");
            }
            asked.forEach((key, to) -> {
                Endpoint unused = Endpoint.of(to, key);
            });
        }

        /** In small letters, as it is written. */
        public String method() {
            return get.isPresent() ? "get" : post.isPresent() ? "post" : put.isPresent() ? "put" : "delete";
        }

        public Endpoint endpoint() {
            String to = get.or(() -> post).or(() -> put).or(() -> delete).orElseThrow();
            return Endpoint.of(to, method());
        }

        public boolean accepts(int answered) {
            return status.isEmpty() ? answered / 100 == 2 : status.contains(answered);
        }
    }

    /**
     * A program beside a component, which must exit with 0.
     *
     * @param in the component that the program runs beside, with its variables and links
     * @param run the program and its arguments; it must exit with 0
     * @param within less time than {@code control.within} leaves
     */
    record Run(String in, List<String> run, Optional<Duration> within) implements ActionSpec {
        public Run {
            run = List.copyOf(run);
            within.ifPresent(ActionSpec::checkLimit);
            if (run.isEmpty()) {
                throw WrongValue.at("must be a program and its arguments", "run");
            }
        }
    }

    /**
     * A file of a component, from its template again.
     *
     * @param in the component
     * @param write the name in its {@code files} that is written again, with the values that hold now
     */
    record Write(String in, String write) implements ActionSpec {}

    /**
     * A statement of SQL.
     *
     * @param component the database component
     * @param database the database in it
     * @param sql the statement; {@code ${mode}} and the other values of a change may stand in it
     * @param within less time than {@code control.within} leaves
     */
    record Sql(String component, String database, String sql, Optional<Duration> within) implements ActionSpec {
        public Sql {
            within.ifPresent(ActionSpec::checkLimit);
        }
    }

    /**
     * Looks until a value is what it must be. Who does not answer is looked at again.
     *
     * @param until what is looked at, and what it must be
     * @param every the time from one look to the next
     * @param ask the list that begins what is waited for; done again if it failed, or when a value of {@code again} is found
     * @param again values at which {@code ask} is done again
     * @param fails values at which waiting is over, and the step has failed
     * @param keep values of the answer that was waited for, by name: a JSON pointer, or another place
     * @param within less time than {@code control.within} leaves
     */
    record Until(
            ReadingSpec until,
            @JsonProperty(defaultValue = "100 ms") Duration every,
            Optional<String> ask,
            List<String> again,
            List<String> fails,
            Map<String, Place> keep,
            Optional<Duration> within)
            implements ActionSpec {
        public Until {
            again = List.copyOf(again);
            fails = List.copyOf(fails);
            keep = Plan.inOrder(keep);
            within.ifPresent(ActionSpec::checkLimit);
            if (until.is().isEmpty()) {
                throw WrongValue.at("lacks key 'is': what the value must be", "until");
            }
            if (!again.isEmpty() && ask.isEmpty()) {
                throw WrongValue.at("needs an 'ask': the list of steps that is done again", "again");
            }
            if (!keep.isEmpty() && until instanceof ReadingSpec.Sql) {
                throw WrongValue.at("is for answers by HTTP; a query gives one value only", "keep");
            }
            if (!every.isPositive()) {
                throw WrongValue.at("must be longer than nothing", "every");
            }
        }
    }

    private static void checkLimit(Duration within) {
        if (!within.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "within");
        }
    }
}
