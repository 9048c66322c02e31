package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.event.Event;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.PaymentCall;
import dev.cutover.record.run.Obligations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Violated by an acknowledged charging operation that never charged; by a refused one that did; by a call under a key that is no charging
 * operation of this run (so also by a second charge under a new key); by one key used for two orders or amounts; and by a call of the new
 * system before routing was asked to give it any key: its shadow must not charge. The provider charges once for each key, so repeated calls under one key are one charge.
 */
public final class SideEffects implements Checker {

    @Override
    public String title() {
        return "Every acknowledged payment charged exactly once, and nothing else did";
    }

    @Override
    public boolean owed(Obligations obligations) {
        return !obligations.charging().isEmpty();
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        facts.evidence()
                .payments()
                .ifPresentOrElse(
                        calls -> check(facts, calls, inquiry),
                        () -> inquiry.gap("the payment provider's calls were not saved"));
    }

    private static void check(Facts facts, List<PaymentCall> calls, Inquiry inquiry) {
        long newMayCharge = newMayCharge(facts.evidence().events());
        boolean[] charged = new boolean[facts.history().size()];
        Map<String, PaymentCall> first = new HashMap<>();
        for (PaymentCall call : calls) {
            inquiry.examined(1);
            sameCharge(first, call, inquiry);
            if (call.caller().equals("new") && call.ns() < newMayCharge) {
                violation(call, "was made by the new system before any key was routed to it", inquiry);
            }
            int operation = facts.operation(call.operation());
            if (operation < 0 || !charging(facts, operation)) {
                violation(call, "belongs to no charging operation of this run", inquiry);
            } else if (call.charged()) {
                charged[operation] = true;
            }
        }
        operations(facts, charged, inquiry);
    }

    /** When routing was first asked to give keys to the new system; never, if it was not. */
    private static long newMayCharge(List<Event> events) {
        return events.stream()
                .filter(event -> event.is("routing", "requested"))
                .filter(event ->
                        event.text("mode").equals("split") || event.text("mode").equals("new"))
                .mapToLong(Event::ns)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static void sameCharge(Map<String, PaymentCall> first, PaymentCall call, Inquiry inquiry) {
        PaymentCall earlier = first.putIfAbsent(call.key(), call);
        if (earlier != null && (earlier.order() != call.order() || earlier.amountCents() != call.amountCents())) {
            violation(
                    call,
                    "has the key of an earlier charge of order " + earlier.order() + " over " + earlier.amountCents()
                            + " cents",
                    inquiry);
        }
    }

    private static boolean charging(Facts facts, int operation) {
        return facts.kind(facts.history().kind(operation))
                .equals(facts.obligations().charging());
    }

    private static void operations(Facts facts, boolean[] charged, Inquiry inquiry) {
        History history = facts.history();
        for (int i = 0; i < history.size(); i++) {
            if (!charging(facts, i)) {
                continue;
            }
            inquiry.examined(1);
            int operation = i;
            if (history.ok(i) && !charged[i]) {
                inquiry.violation(
                        "payment " + history.id(i) + " was acknowledged but never charged",
                        () -> facts.describe(operation));
            } else if (history.refused(i) && charged[i]) {
                inquiry.violation(
                        "payment " + history.id(i) + " was refused but charged", () -> facts.describe(operation));
            }
        }
    }

    private static void violation(PaymentCall call, String why, Inquiry inquiry) {
        inquiry.violation("the charge under key " + call.key() + " " + why, () -> {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("key", call.key());
            details.put("caller", call.caller());
            details.put("order", call.order());
            details.put("amountCents", call.amountCents());
            details.put("status", call.status());
            details.put("ns", call.ns());
            return details;
        });
    }
}
