package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an acknowledged operation that never had its effect; by a refused one that had it; by a call under a key that is no operation
 * of this run that may cause one (so also by a second effect under a new key); by one key used for two subjects or amounts; and by a call of
 * the new system before routing was asked to give it any key: its shadow must have no effect. The third party acts once for each key, so
 * repeated calls under one key are one effect.
 */
public final class SideEffects implements Checker {

    @Override
    public String title() {
        return "Every acknowledged operation had its effect outside exactly once, and nothing else had one";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().effects() != null || manifest.has(Role.EFFECT);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS, EvidencePart.EFFECTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        if (facts.obligations().effects() == null) {
            inquiry.gap("the plan names no record of effects, so nobody knows whether operations had theirs");
            return;
        }
        check(facts, facts.evidence().effects(), inquiry);
    }

    private static void check(Facts facts, List<EffectCall> calls, Inquiry inquiry) {
        long newMayAct = newMayAct(facts.evidence());
        boolean[] done = new boolean[facts.history().size()];
        Map<String, EffectCall> first = new LinkedHashMap<>();
        for (EffectCall call : calls) {
            inquiry.examined(1);
            sameEffect(first, call, inquiry);
            if (call.caller().equals("new") && call.ns() < newMayAct) {
                violation(call, "was made by the new system before any key was routed to it", inquiry);
            }
            int operation = facts.operation(call.operation());
            if (operation < 0 || !causing(facts, operation)) {
                violation(call, "belongs to no operation of this run that may cause it", inquiry);
            } else if (call.done()) {
                done[operation] = true;
            }
        }
        operations(facts, done, inquiry);
    }

    /** When routing was first asked to give keys to the new system; never, if it was not. */
    private static long newMayAct(Evidence evidence) {
        return evidence.entries(RoutingEvent.Requested.class)
                .filter(entry -> givesKeysToNew((RoutingEvent.Requested) entry.event()))
                .mapToLong(LogEntry::ns)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean givesKeysToNew(RoutingEvent.Requested asked) {
        return asked.mode() == RoutingMode.SPLIT || asked.mode() == RoutingMode.NEW;
    }

    private static void sameEffect(Map<String, EffectCall> first, EffectCall call, Inquiry inquiry) {
        EffectCall earlier = first.putIfAbsent(call.key(), call);
        if (earlier != null && (!earlier.subject().equals(call.subject()) || earlier.amount() != call.amount())) {
            violation(
                    call,
                    "has the key of an earlier one for " + earlier.subject() + " over " + earlier.amount(),
                    inquiry);
        }
    }

    private static boolean causing(Facts facts, int operation) {
        return facts.kindOf(operation).role() == Role.EFFECT;
    }

    private static void operations(Facts facts, boolean[] done, Inquiry inquiry) {
        History history = facts.history();
        for (int i = 0; i < history.size(); i++) {
            if (!causing(facts, i)) {
                continue;
            }
            inquiry.examined(1);
            int operation = i;
            if (history.ok(i) && !done[i]) {
                inquiry.violation(
                        "operation " + history.id(i) + " was acknowledged but never had its effect",
                        () -> facts.describe(operation));
            } else if (history.refused(i) && done[i]) {
                inquiry.violation(
                        "operation " + history.id(i) + " was refused but had its effect",
                        () -> facts.describe(operation));
            }
        }
    }

    private static void violation(EffectCall call, String why, Inquiry inquiry) {
        inquiry.violation("the effect under key " + call.key() + " " + why, () -> {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("key", call.key());
            details.put("caller", call.caller());
            details.put("subject", call.subject());
            details.put("amount", call.amount());
            details.put("status", call.status());
            details.put("ns", call.ns());
            return details;
        });
    }
}
