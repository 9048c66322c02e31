package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * For rows that carry no operation. Violated by a key that has fewer new rows in a final state than operations of the kinds that leave one
 * were acknowledged, or more than were acknowledged or unknown. New is what was not there before the first operation. A loss and a duplicate
 * of one key cancel out, so this alone never shows that nothing was lost.
 */
public final class CountPerKey implements Checker {

    @Override
    public String title() {
        return "Each key has as many new rows as operations that leave one may have left";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().reads().values().stream()
                .anyMatch(reads -> !reads.counted().isEmpty());
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS, EvidencePart.INITIAL_COUNTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean atRest = Quiescence.proven(facts, inquiry);
        for (StateDump dump : facts.finalDumps(inquiry)) {
            facts.owes(dump).counted().forEach((name, kinds) -> {
                Map<Long, Long> before = facts.evidence().initialCounts().get(name);
                if (before == null) {
                    Obligations owed = facts.obligations();
                    inquiry.gap("counted." + name + " was not read of " + owed.rollbackSystem()
                            + " before the first operation");
                } else if (dump.counted().containsKey(name)) {
                    Map<Long, Long> counts = dump.counted().getOrDefault(name, Map.of());
                    counts(facts, kinds).forEach((key, may) -> {
                        long rows = counts.getOrDefault(key, 0L) - before.getOrDefault(key, 0L);
                        examine(dump, name, key, rows, may, atRest, inquiry);
                    });
                }
            });
        }
    }

    /** How many rows there may be. */
    private record Between(long acknowledged, long unknown) {
        Between plus(Between other) {
            return new Between(acknowledged + other.acknowledged, unknown + other.unknown);
        }
    }

    /** By keys that any operation was about. */
    private static Map<Long, Between> counts(Facts facts, List<String> kinds) {
        History history = facts.history();
        Map<Long, Between> counts = new TreeMap<>();
        for (int i = 0; i < history.size(); i++) {
            boolean leaves = kinds.contains(facts.kindOf(i).name());
            Between one = new Between(leaves && history.ok(i) ? 1 : 0, leaves && history.unknown(i) ? 1 : 0);
            counts.merge((long) history.key(i), one, Between::plus);
        }
        return counts;
    }

    private static void examine(
            StateDump dump, String name, long key, long rows, Between may, boolean atRest, Inquiry inquiry) {
        long most = may.acknowledged() + may.unknown();
        inquiry.examined(1);
        if (rows > most || (atRest && rows < may.acknowledged())) {
            inquiry.violation(
                    "key " + key + " has " + rows + " new rows in counted." + name + " of " + dump.name() + ", but "
                            + may.acknowledged() + " operations were acknowledged and " + may.unknown()
                            + " are unknown",
                    () -> Map.of(
                            "key", key,
                            "dump", dump.name(),
                            "rows", rows,
                            "acknowledged", may.acknowledged(),
                            "unknown", may.unknown()));
        }
    }
}
