package dev.cutover.rehearse.plan;

import java.util.Map;

/**
 * What is read from one system, by SQL.
 *
 * @param component the database component
 * @param ledger gives key, version, operation id, kind in the ledger's own order
 * @param totals sums that never change, by name
 * @param entities key and canonical text of each row, by entity
 */
public record ObservationSpec(
        String component, String database, String ledger, Map<String, String> totals, Map<String, String> entities) {
    public ObservationSpec {
        totals = Plan.inOrder(totals);
        entities = Plan.inOrder(entities);
    }
}
