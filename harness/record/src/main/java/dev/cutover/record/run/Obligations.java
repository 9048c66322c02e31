package dev.cutover.record.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run owes by its plan; part of {@code manifest.json}, so a run can be judged without its plan.
 *
 * @param finalLedgers systems whose final ledger owes every acknowledged write
 * @param rollbackSystem the system that owes every acknowledged write when a rollback is declared complete
 * @param rollbacks how many rollbacks the plan declares
 * @param bootstrap whether the plan copies existing data first
 * @param comparing whether the plan has a phase in which the bridge compares answers
 * @param entities what every dump holds beside the ledger
 * @param totals what every dump sums up
 * @param streams whose sentinels must come out at the far end
 * @param effects the effects that operations have outside both systems; null if there are none
 * @param updated the entity whose acknowledged updates from outside both systems owe; null if there is none
 * @param faults ids of all planned faults
 * @param losses whether the faults must have left operations unknown, or made clients try again
 */
public record Obligations(
        List<String> finalLedgers,
        String rollbackSystem,
        int rollbacks,
        boolean bootstrap,
        boolean comparing,
        List<String> entities,
        List<String> totals,
        List<String> streams,
        @Nullable Effects effects,
        @Nullable String updated,
        List<String> faults,
        boolean losses,
        Limits limits) {

    public Obligations {
        finalLedgers = List.copyOf(finalLedgers);
        entities = List.copyOf(entities);
        totals = List.copyOf(totals);
        streams = List.copyOf(streams);
        faults = List.copyOf(faults);
        Objects.requireNonNull(rollbackSystem, "rollbackSystem");
        Objects.requireNonNull(limits, "limits");
        if (rollbacks < 0) {
            throw new IllegalArgumentException("rollbacks must be at least 0, found " + rollbacks);
        }
    }

    /**
     * Effects outside both systems, each caused by exactly one operation.
     *
     * @param kind the kind of operation that must cause exactly one
     * @param log the third party's own record of them, below {@code observed/}
     */
    public record Effects(String kind, String log) {
        public Effects {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(log, "log");
        }
    }
}
