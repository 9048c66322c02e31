package dev.cutover.record.run;

import java.util.List;
import java.util.Objects;

/**
 * What a run owes by its plan; part of {@code manifest.json}, so a run can be judged without its plan.
 *
 * @param finalLedgers systems whose final ledger owes every acknowledged write
 * @param rollbackSystem the system that owes every acknowledged write when a rollback is declared complete
 * @param rollbacks how many rollbacks the plan declares
 * @param charging the kind of operation that must cause exactly one charge; empty if none does
 * @param updated the entity whose acknowledged updates from outside both systems owe; empty if there is none
 * @param acknowledgedPerPhase fewer acknowledged operations in a phase: too little was examined
 * @param faults ids of all planned faults
 * @param losses whether the faults must have left operations unknown, or made clients try again
 */
public record Obligations(
        List<String> finalLedgers,
        String rollbackSystem,
        int rollbacks,
        String charging,
        String updated,
        long acknowledgedPerPhase,
        List<String> faults,
        boolean losses) {
    public Obligations {
        finalLedgers = List.copyOf(Objects.requireNonNullElse(finalLedgers, List.of()));
        rollbackSystem = Objects.requireNonNullElse(rollbackSystem, "old");
        charging = Objects.requireNonNullElse(charging, "");
        updated = Objects.requireNonNullElse(updated, "");
        faults = List.copyOf(Objects.requireNonNullElse(faults, List.of()));
        if (acknowledgedPerPhase < 1 || rollbacks < 0) {
            throw new IllegalArgumentException("acknowledgedPerPhase must be at least 1, rollbacks at least 0; found "
                    + acknowledgedPerPhase + ", " + rollbacks);
        }
    }

    /** Those of a whole rehearsal of the reference migration, faults aside. */
    public static Obligations rehearsal() {
        return new Obligations(List.of("old", "new"), "old", 1, "pay-order", "price", 100, List.of(), false);
    }
}
