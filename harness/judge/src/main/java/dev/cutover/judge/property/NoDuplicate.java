package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an operation that has more than one row in a table, however often it was sent; and, where the plan says so, by two acknowledged
 * operations with an effect on the same subject: an order, once paid, is never open again.
 */
public final class NoDuplicate implements Checker {

    @Override
    public String title() {
        return "No operation was applied twice, and nothing outside was done twice";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.read(manifest);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        facts.allLedgers(inquiry).forEach(ledger -> rows(facts, ledger, inquiry));
        facts.obligations().effects().forEach((name, effect) -> {
            if (effect.oncePerSubject()) {
                subjects(facts, facts.evidence().effects().getOrDefault(name, List.of()), inquiry);
            }
        });
    }

    private static void rows(Facts facts, LedgerRows rows, Inquiry inquiry) {
        Ledger ledger = rows.ledger();
        boolean[] told = new boolean[facts.history().size()];
        for (int row = 0; row < rows.size(); row++) {
            int operation = rows.operation(row);
            if (operation >= 0 && rows.times(operation) > 1 && !told[operation]) {
                told[operation] = true;
                inquiry.violation(
                        facts.history().key(operation),
                        "operation " + ledger.operation(row) + " is " + rows.times(operation) + " times in "
                                + rows.text(),
                        () -> facts.describe(operation));
            }
        }
        inquiry.examined(rows.size());
    }

    private static void subjects(Facts facts, List<EffectCall> calls, Inquiry inquiry) {
        History history = facts.history();
        Map<String, Integer> causedBy = new LinkedHashMap<>();
        for (EffectCall call : calls) {
            int operation = facts.operation(call.operation());
            if (!call.done() || call.subject().isEmpty() || operation < 0 || !history.ok(operation)) {
                continue;
            }
            inquiry.examined(1);
            int first = causedBy.computeIfAbsent(call.subject(), subject -> operation);
            if (first != operation) {
                inquiry.violation(
                        history.key(operation),
                        call.subject() + " had its effect twice, by operations " + history.id(first) + " and "
                                + history.id(operation),
                        () -> Map.of(
                                "subject",
                                call.subject(),
                                "one",
                                facts.describe(first),
                                "other",
                                facts.describe(operation)));
            }
        }
    }
}
