package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.PaymentCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Violated by an operation that has more than one row in a ledger, however often it was sent; and by an order that two acknowledged
 * operations have charged: once paid an order is never open again.
 */
public final class NoDuplicate implements Checker {

    @Override
    public String title() {
        return "No operation was applied twice and no order was paid twice";
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        facts.allLedgers(inquiry).forEach(ledger -> rows(facts, ledger, inquiry));
        facts.evidence().payments().ifPresent(calls -> orders(facts, calls, inquiry));
    }

    private static void rows(Facts facts, LedgerRows rows, Inquiry inquiry) {
        Ledger ledger = rows.ledger();
        boolean[] told = new boolean[facts.history().size()];
        for (int row = 0; row < rows.size(); row++) {
            int operation = rows.operation(row);
            if (operation >= 0 && rows.times(operation) > 1 && !told[operation]) {
                told[operation] = true;
                inquiry.violation(
                        "operation " + ledger.operation(row) + " is " + rows.times(operation)
                                + " times in the ledger of " + rows.dump().name(),
                        () -> facts.describe(operation));
            }
        }
        inquiry.examined(rows.size());
    }

    private static void orders(Facts facts, List<PaymentCall> calls, Inquiry inquiry) {
        History history = facts.history();
        Map<Long, Integer> paidBy = new HashMap<>();
        for (PaymentCall call : calls) {
            int operation = facts.operation(call.operation());
            if (!call.charged() || operation < 0 || !history.ok(operation)) {
                continue;
            }
            inquiry.examined(1);
            int first = paidBy.computeIfAbsent(call.order(), order -> operation);
            if (first != operation) {
                inquiry.violation(
                        "order " + call.order() + " was paid twice, by operations " + history.id(first) + " and "
                                + history.id(operation),
                        () -> Map.of(
                                "order",
                                call.order(),
                                "one",
                                facts.describe(first),
                                "other",
                                facts.describe(operation)));
            }
        }
    }
}
