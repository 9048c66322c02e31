package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Map;

/**
 * What is read from one system, by SQL.
 *
 * @param component the database component
 * @param applied rows by the operations that left them, by table
 * @param registers values that carry the operation that wrote them, as columns key and operation; called as the operation
 * @param entities key and canonical text of each row, by entity
 * @param totals sums that never change, by name
 * @param invariants queries of which each row is a violation, by name
 * @param asked what is held of operations, as columns operation and text, by name
 * @param counted how many rows keys have where no row carries its operation, as columns key and n, by name
 */
public record ObservationSpec(
        String component,
        String database,
        Map<String, Applied> applied,
        Map<String, String> registers,
        Map<String, String> entities,
        Map<String, String> totals,
        Map<String, String> invariants,
        Map<String, OfOperations> asked,
        Map<String, OfOperations> counted) {
    public ObservationSpec {
        applied = Plan.inOrder(applied);
        registers = Plan.inOrder(registers);
        entities = Plan.inOrder(entities);
        totals = Plan.inOrder(totals);
        invariants = Plan.inOrder(invariants);
        asked = Plan.inOrder(asked);
        counted = Plan.inOrder(counted);
    }

    /** A query about the rows of these operations. */
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
     * @param of the operations that leave a row
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
