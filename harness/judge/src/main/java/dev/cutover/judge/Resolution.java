package dev.cutover.judge;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import org.jspecify.annotations.Nullable;

/** What the evidence says of the operations whose outcome their clients never learned; for the figures, never for an accusation. */
final class Resolution {
    private Resolution() {}

    /** How many writes of unknown outcome left something in any complete dump: they did happen. Null if that cannot be told. */
    static @Nullable Long unknownApplied(Facts facts) {
        if (!facts.evidence().has(EvidencePart.JOURNAL) || !facts.distinct()) {
            return null;
        }
        History history = facts.history();
        boolean[] seen = new boolean[history.size()];
        for (StateDump dump : facts.evidence().dumps().values()) {
            if (dump.complete()) {
                facts.tables(dump).forEach(rows -> mark(rows, seen));
                facts.registers(dump).forEach(rows -> mark(rows, seen));
            }
        }
        long applied = 0;
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] && history.unknown(i)) {
                applied++;
            }
        }
        return applied;
    }

    private static void mark(LedgerRows rows, boolean[] seen) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.operation(row) >= 0) {
                seen[rows.operation(row)] = true;
            }
        }
    }
}
