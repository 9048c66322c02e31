package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.dump.StateDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Violated by a sum that no operation may change and that differs from what it was after seeding. Needs no quiescence and no outcome:
 * whichever operations happened, and however far they were replicated, each moves credit within one transaction.
 */
public final class Conservation implements Checker {

    @Override
    public String title() {
        return "What only moves, like credit, is neither made nor lost";
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        Map<String, Long> initial = facts.evidence().initialTotals();
        if (initial.isEmpty()) {
            inquiry.gap("the totals after seeding (old-initial.totals.json) are absent");
        }
        List<StateDump> dumps = new ArrayList<>(facts.finalDumps(inquiry));
        dumps.addAll(facts.rollbackDumps(inquiry));
        for (StateDump dump : dumps) {
            initial.forEach((name, sum) -> check(dump, name, sum, inquiry));
        }
    }

    private static void check(StateDump dump, String name, long initial, Inquiry inquiry) {
        Long found = dump.totals().get(name);
        if (found == null) {
            inquiry.gap("the dump " + dump.name() + " has no total " + name);
            return;
        }
        inquiry.examined(1);
        if (found != initial) {
            inquiry.violation(
                    name + " in " + dump.name() + " is " + found + ", but was " + initial + " after seeding: "
                            + (found - initial) + " came from nowhere",
                    () -> Map.of("total", name, "dump", dump.name(), "initial", initial, "found", found));
        }
    }
}
