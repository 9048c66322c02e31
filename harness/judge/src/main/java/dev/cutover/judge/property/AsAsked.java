package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
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
        for (StateDump dump : facts.finalDumps(inquiry)) {
            facts.owes(dump).asked().forEach((name, kinds) -> {
                Set<String> held = rows(facts, dump, name, inquiry);
                acknowledged(facts, kinds).stream()
                        .filter(kind -> !held.contains(kind))
                        .forEach(kind -> inquiry.gap("asked." + name + " of " + dump.system() + " has nothing of any "
                                + kind + ", though some were acknowledged"));
            });
        }
        for (StateDump dump : facts.rollbackDumps(inquiry)) {
            Reads owed = facts.owes(dump);
            owed.asked().keySet().forEach(name -> rows(facts, dump, name, inquiry));
        }
    }

    /** The kinds of which there is anything. */
    private static Set<String> rows(Facts facts, StateDump dump, String name, Inquiry inquiry) {
        Set<String> held = new TreeSet<>();
        long unknown = 0;
        for (StateDump.Row row : dump.asked().getOrDefault(name, List.of())) {
            long id = OperationIds.read(row.key()).orElse(0);
            int operation = facts.operation(id);
            if (operation < 0) {
                continue;
            }
            String asked = facts.evidence().asked().get(id);
            if (asked == null) {
                unknown++;
                continue;
            }
            inquiry.examined(1);
            held.add(facts.kindOf(operation).name());
            if (!asked.equals(row.text())) {
                violation(facts, dump, name, operation, asked, row.text(), inquiry);
            }
        }
        if (unknown > 0) {
            inquiry.gap("what was asked for is not known of " + unknown + " operations in asked." + name + " of "
                    + dump.name());
        }
        return held;
    }

    private static Set<String> acknowledged(Facts facts, List<String> kinds) {
        History history = facts.history();
        Set<String> acknowledged = new TreeSet<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.ok(i) && kinds.contains(facts.kindOf(i).name())) {
                acknowledged.add(facts.kindOf(i).name());
            }
        }
        return acknowledged;
    }

    private static void violation(
            Facts facts, StateDump dump, String name, int operation, String asked, String held, Inquiry inquiry) {
        inquiry.violation(
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
