package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Manifest;
import java.util.Map;
import java.util.Set;

/**
 * Violated by a row of a query that the plan says must find none: in a final state, once everything has come to rest, and in the state that a
 * rollback was declared complete with.
 */
public final class Invariants implements Checker {

    @Override
    public String title() {
        return "What must never be is in no state that somebody is left with";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.any(manifest, reads -> !reads.invariants().isEmpty());
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean quiescent = Quiescence.proven(facts, inquiry);
        for (StateDump dump : facts.finalDumps(inquiry)) {
            if (quiescent) {
                check(dump, inquiry);
            }
        }
        facts.rollbackDumps(inquiry).forEach(dump -> check(dump, inquiry));
    }

    private static void check(StateDump dump, Inquiry inquiry) {
        dump.invariants().forEach((name, rows) -> {
            inquiry.examined(1);
            for (StateDump.Row row : rows) {
                String text = (row.key() + " " + row.text().replace('\t', ' ')).strip();
                inquiry.violation(
                        "in " + dump.name() + " the invariant " + name + " is violated by " + text,
                        () -> Map.of("invariant", name, "dump", dump.name(), "row", text));
            }
        });
    }
}
