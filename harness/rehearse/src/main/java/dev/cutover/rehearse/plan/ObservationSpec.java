package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Map;

/**
 * What is read from one system, by SQL.
 *
 * @param component the database component of the system
 * @param database the database in it
 * @param applied rows by the operations that left them, by table
 * @param registers values that carry the operation that wrote them, by the operation: a query of {@code key} and {@code operation}
 * @param entities everything that both systems must say alike, by name: a query of a key, one canonical text and, where it can be told, last of
 *     all {@code key}, the key of the load that it belongs to
 * @param totals sums that no operation may change, by name: a query of one number; more of it where there is more to say
 * @param invariants what must never be, by name: a query of which each row is a violation
 * @param asked what is held of operations, by name: a query of {@code operation} and the {@code text} that it asked for
 * @param kept what must never change, as identities and columns that this system has alone, by name: a query of a key and one text
 * @param counted how many rows keys have where no row carries its operation, by name: a query of {@code key} and {@code n}
 * @param effects what the system holds of the effects that it had outside, called as the effect: a query of {@code operation} and {@code amount},
 *     in the unit of the third party
 */
public record ObservationSpec(
        String component,
        String database,
        Map<String, Applied> applied,
        Map<String, String> registers,
        Map<String, String> entities,
        Map<String, Total> totals,
        Map<String, String> invariants,
        Map<String, OfOperations> asked,
        Map<String, String> kept,
        Map<String, OfOperations> counted,
        Map<String, String> effects) {
    public ObservationSpec {
        applied = Plan.inOrder(applied);
        registers = Plan.inOrder(registers);
        entities = Plan.inOrder(entities);
        totals = Plan.inOrder(totals);
        invariants = Plan.inOrder(invariants);
        asked = Plan.inOrder(asked);
        kept = Plan.inOrder(kept);
        counted = Plan.inOrder(counted);
        effects = Plan.inOrder(effects);
    }

    /**
     * A sum; written as the query alone if there is no more to say.
     *
     * @param sql a query of one number
     * @param atEveryInstant whether it is the same in every snapshot of this system, once the bootstrap has ended: whoever changes anything does it
     *     in one transaction, the sync as well. Then it is read again and again during the run, as often as a fiftieth of a processor allows
     */
    public record Total(
            @JsonProperty("sql") String sql,

            @JsonProperty(value = "at-every-instant", defaultValue = "false")
            boolean atEveryInstant) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Total {}

        /** One that holds in the end. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Total of(String sql) {
            return new Total(sql, false);
        }
    }

    /** The names of the totals that hold at every instant. */
    public List<String> atEveryInstant() {
        return totals.entrySet().stream()
                .filter(total -> total.getValue().atEveryInstant())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * A query about the rows of these operations.
     *
     * @param of the operations whose rows they are
     * @param sql the query
     */
    public record OfOperations(List<String> of, String sql) {
        public OfOperations {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw WrongValue.at("must name the operations whose rows they are", "of");
            }
        }
    }

    /**
     * A table of rows, as columns operation and, where there are such, key, version and position.
     *
     * @param of the operations of which each acknowledged one owes a row; one or more
     * @param sql a query of {@code operation}, the id, and where there are such {@code key}, {@code version} and {@code position}
     * @param onlyClients whether it is the whole story of its keys: every row with an id is a client's, and versions are 1, 2, 3 …
     */
    public record Applied(
            List<String> of,
            String sql,
            @JsonProperty(defaultValue = "false") boolean onlyClients) {
        public Applied {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw WrongValue.at("must name the operations that leave a row", "of");
            }
        }
    }
}
