package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the evidence says of the operations whose outcome their clients never learned; for counts, never for an accusation. */
public final class Unheard {
    private Unheard() {}

    /** How many writes of unknown outcome left something in any complete dump: they did happen. Null if that cannot be told. */
    public static @Nullable Long applied(Facts facts) {
        if (!facts.evidence().has(EvidencePart.JOURNAL) || !facts.distinct()) {
            return null;
        }
        History history = facts.history();
        boolean[] seen = seen(facts, facts.evidence().dumps().values());
        long applied = 0;
        for (int i = 0; i < seen.length; i++) {
            applied += seen[i] && history.unknown(i) ? 1 : 0;
        }
        return applied;
    }

    /** How many writes of unknown outcome are in no state, though every system would show them in its final one. Null if that cannot be told. */
    static @Nullable Long lost(Facts facts) {
        Inquiry unasked = new Inquiry("", "");
        int systems = facts.obligations().systems().size();
        boolean told = facts.distinct()
                && systems > 0
                && Quiescence.proven(facts, unasked)
                && facts.finalDumps(unasked).size() == systems;
        if (!told) {
            return null;
        }
        History history = facts.history();
        boolean[] shown = facts.evidence().manifest().kindsThat(kind -> shownForGood(facts, kind));
        boolean[] seen = seen(facts, facts.evidence().dumps().values());
        long lost = 0;
        for (int i = 0; i < seen.length; i++) {
            lost += !seen[i] && history.unknown(i) && shown[history.kind(i)] ? 1 : 0;
        }
        return lost;
    }

    /** Whether each system has a table that owes a row of such operations, and that loses none. */
    private static boolean shownForGood(Facts facts, Manifest.Kind kind) {
        List<Manifest.Kind> kinds = facts.evidence().manifest().kinds();
        return facts.obligations().reads().values().stream()
                .allMatch(reads -> reads.applied().values().stream().anyMatch(table -> keeps(table, kind, kinds)));
    }

    private static boolean keeps(Reads.Table table, Manifest.Kind kind, List<Manifest.Kind> kinds) {
        return table.of().contains(kind.name())
                && kinds.stream().noneMatch(other -> kind.name().equals(other.of()) && table.loses(other));
    }

    private static boolean[] seen(Facts facts, Collection<StateDump> dumps) {
        boolean[] seen = new boolean[facts.history().size()];
        for (StateDump dump : dumps) {
            if (dump.complete()) {
                facts.tables(dump).forEach(rows -> mark(rows, seen));
                facts.registers(dump).forEach(rows -> mark(rows, seen));
            }
        }
        return seen;
    }

    private static void mark(LedgerRows rows, boolean[] seen) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.operation(row) >= 0) {
                seen[rows.operation(row)] = true;
            }
        }
    }
}
