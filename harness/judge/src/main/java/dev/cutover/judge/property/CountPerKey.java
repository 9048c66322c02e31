package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
        Map<List<String>, Leaving> leaving = new LinkedHashMap<>();
        for (StateDump dump : facts.finalDumps(inquiry)) {
            facts.owes(dump).counted().forEach((name, kinds) -> {
                Map<Long, Long> before = facts.evidence().initialCounts().get(name);
                Map<Long, Long> counts = dump.counted().get(name);
                if (before == null) {
                    Obligations owed = facts.obligations();
                    inquiry.gap("counted." + name + " was not read of " + owed.rollbackSystem()
                            + " before the first operation");
                } else if (counts != null) {
                    Leaving may = leaving.computeIfAbsent(kinds, of -> new Leaving(facts, of));
                    long[] rows = new long[facts.keys().count()];
                    add(facts.keys(), counts, 1, rows);
                    add(facts.keys(), before, -1, rows);
                    examine(facts, dump, name, rows, may, atRest, inquiry);
                }
            });
        }
    }

    /** Counts of the keys that any operation was about. */
    private static void add(Keys keys, Map<Long, Long> counts, int sign, long[] rows) {
        counts.forEach((id, count) -> {
            int key = keys.find(id);
            if (key >= 0) {
                rows[key] += sign * count;
            }
        });
    }

    /** Operations of the kinds that leave a row, by their keys' numbers: how many were acknowledged, and of how many nobody knows. */
    private static final class Leaving {
        private final long[] acknowledged;
        private final long[] unknown;

        Leaving(Facts facts, List<String> kinds) {
            History history = facts.history();
            Keys keys = facts.keys();
            boolean[] leave = facts.evidence().manifest().kindsThat(kind -> kinds.contains(kind.name()));
            this.acknowledged = new long[keys.count()];
            this.unknown = new long[keys.count()];
            for (int i = 0; i < history.size(); i++) {
                if (leave[history.kind(i)]) {
                    acknowledged[keys.number(i)] += history.ok(i) ? 1 : 0;
                    unknown[keys.number(i)] += history.unknown(i) ? 1 : 0;
                }
            }
        }

        boolean explain(int key, long rows, boolean atRest) {
            return rows <= acknowledged[key] + unknown[key] && (!atRest || rows >= acknowledged[key]);
        }
    }

    private static void examine(
            Facts facts, StateDump dump, String name, long[] rows, Leaving may, boolean atRest, Inquiry inquiry) {
        inquiry.examined(rows.length);
        if (IntStream.range(0, rows.length).allMatch(key -> may.explain(key, rows[key], atRest))) {
            return;
        }
        SortedMap<Long, Integer> wrong = new TreeMap<>();
        for (int i = 0; i < facts.history().size(); i++) {
            int key = facts.keys().number(i);
            if (!may.explain(key, rows[key], atRest)) {
                wrong.put((long) facts.history().key(i), key);
            }
        }
        wrong.forEach((id, key) -> violation(facts, dump, name, id, rows[key], may, key, inquiry));
    }

    private static void violation(
            Facts facts, StateDump dump, String name, long id, long rows, Leaving may, int key, Inquiry inquiry) {
        long acknowledged = may.acknowledged[key];
        long unknown = may.unknown[key];
        inquiry.violation(
                id,
                "key " + facts.evidence().key(id) + " has " + rows + " new rows in counted." + name + " of "
                        + dump.name() + ", but " + acknowledged + " operations were acknowledged and " + unknown
                        + " are unknown",
                () -> Map.of(
                        "key", facts.evidence().key(id),
                        "dump", dump.name(),
                        "rows", rows,
                        "acknowledged", acknowledged,
                        "unknown", unknown));
    }
}
