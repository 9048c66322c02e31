package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.dump.AskedRows;
import dev.cutover.record.dump.PackedTexts;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Violated by what a system holds of an operation, if that is not what its client asked for: in each state that was read, whatever became of
 * the operation, for nothing else was ever asked for under its id. What is not there is for others to miss; but of each kind that was
 * acknowledged a final state must hold something, or nothing was shown.
 */
public final class AsAsked implements Checker {

    @Override
    public String title() {
        return "What the systems hold is what clients asked for";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().reads().values().stream()
                .anyMatch(reads -> !reads.asked().isEmpty());
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.ASKED);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        Asked asked = new Asked(facts);
        for (StateDump dump : facts.finalDumps(inquiry)) {
            facts.owes(dump).asked().forEach((name, kinds) -> {
                boolean[] held = rows(facts, dump, name, asked, inquiry);
                missing(facts, kinds, held)
                        .forEach(kind -> inquiry.gap("asked." + name + " of " + dump.system() + " has nothing of any "
                                + kind + ", though some were acknowledged"));
            });
        }
        for (StateDump dump : facts.rollbackDumps(inquiry)) {
            Reads owed = facts.owes(dump);
            owed.asked().keySet().forEach(name -> rows(facts, dump, name, asked, inquiry));
        }
    }

    /** What was asked for by operation, where it is known. */
    private static final class Asked {
        private static final int NONE = -1;

        private final int[] numbers;
        private final PackedTexts texts;

        Asked(Facts facts) {
            this.numbers = new int[facts.history().size()];
            Arrays.fill(numbers, NONE);
            PackedTexts.Builder all = new PackedTexts.Builder();
            facts.evidence().asked().forEach((id, text) -> {
                int operation = facts.operation(id);
                if (operation >= 0) {
                    numbers[operation] = all.size();
                    all.add(text);
                }
            });
            this.texts = all.build();
        }

        boolean known(int operation) {
            return numbers[operation] != NONE;
        }

        boolean isHeld(int operation, AskedRows rows, int row) {
            return texts.same(numbers[operation], rows.texts(), row);
        }

        String text(int operation) {
            return texts.text(numbers[operation]);
        }
    }

    /** By kind, whether there is anything of it. */
    private static boolean[] rows(Facts facts, StateDump dump, String name, Asked asked, Inquiry inquiry) {
        boolean[] held = facts.evidence().manifest().kindsThat(kind -> false);
        long unknown = 0;
        AskedRows rows = AskedRows.of(dump.asked().getOrDefault(name, List.of()));
        for (int row = 0; row < rows.size(); row++) {
            int operation = facts.operation(rows.operation(row));
            if (operation < 0) {
                continue;
            }
            if (!asked.known(operation)) {
                unknown++;
                continue;
            }
            inquiry.examined(1);
            held[facts.history().kind(operation)] = true;
            if (!asked.isHeld(operation, rows, row)) {
                String text = rows.get(row).text();
                violation(facts, dump, name, operation, asked.text(operation), text, inquiry);
            }
        }
        if (unknown > 0) {
            inquiry.gap("what was asked for is not known of " + unknown + " operations in asked." + name + " of "
                    + dump.name());
        }
        return held;
    }

    /** The kinds of which something was acknowledged, but nothing is held. */
    private static Set<String> missing(Facts facts, List<String> kinds, boolean[] held) {
        History history = facts.history();
        boolean[] owed = facts.evidence().manifest().kindsThat(kind -> kinds.contains(kind.name()));
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < history.size(); i++) {
            if (owed[history.kind(i)] && !held[history.kind(i)] && history.ok(i)) {
                missing.add(facts.kindOf(i).name());
            }
        }
        return missing;
    }

    private static void violation(
            Facts facts, StateDump dump, String name, int operation, String asked, String held, Inquiry inquiry) {
        inquiry.violation(
                facts.history().key(operation),
                "operation " + facts.history().id(operation) + " asked for " + asked + ", but asked." + name + " of "
                        + dump.name() + " has " + held,
                () -> {
                    Map<String, Object> details = new LinkedHashMap<>(facts.describe(operation));
                    details.put("dump", dump.name());
                    details.put("asked", asked);
                    details.put("held", held);
                    return details;
                });
    }
}
