package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violated by an acknowledged operation that never had its effect once all is at rest; by a refused one that had it; by a call under a key
 * that is no operation of this run that may cause one (so also by a second effect under a new key); by one key used for two subjects or
 * amounts; by an effect over another amount than a system holds of it; by a call of the new system before routing was asked to give it any
 * key, and by a call of either while an operation lived and the other had all keys: a shadow must have no effect. Where the third party acts
 * once for each key, repeated calls under one key are one effect; elsewhere each that it carried out is one, and a second violates.
 */
public final class SideEffects implements Checker {

    @Override
    public String title() {
        return "Every acknowledged operation had its effect outside exactly once, and nothing else had one";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return !manifest.obligations().effects().isEmpty() || manifest.has(Role.EFFECT);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.EVENTS, EvidencePart.EFFECTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        facts.evidence().manifest().kinds().stream()
                .filter(kind -> kind.role() == Role.EFFECT)
                .filter(kind -> !facts.obligations().recordsEffectOf(kind.name()))
                .forEach(kind -> inquiry.gap("the plan names no record of the effects of operation " + kind.name()
                        + ", so nobody knows whether they were had"));
        boolean atRest = Quiescence.proven(facts, inquiry);
        facts.obligations().effects().forEach((name, effect) -> {
            List<EffectCall> calls = facts.evidence().effects().getOrDefault(name, List.of());
            check(facts, effect, calls, atRest, inquiry);
            EffectAmounts.check(facts, name, calls, inquiry);
        });
    }

    private static void check(
            Facts facts, Obligations.Effects effect, List<EffectCall> calls, boolean atRest, Inquiry inquiry) {
        long newMayAct = newMayAct(facts.evidence());
        int[] done = new int[facts.history().size()];
        boolean[] causing =
                facts.evidence().manifest().kindsThat(kind -> effect.of().contains(kind.name()));
        Map<String, EffectCall> first = new LinkedHashMap<>();
        for (EffectCall call : calls) {
            inquiry.examined(1);
            sameEffect(first, call, inquiry);
            boolean early = ServedBy.named(call.caller()) == ServedBy.NEW && call.ns() < newMayAct;
            if (early) {
                violation(call, "was made by the new system before any key was routed to it", inquiry);
            }
            int operation = facts.operation(call.operation());
            if (operation < 0 || !causing[facts.history().kind(operation)]) {
                violation(call, "belongs to no operation of this run that may cause it", inquiry);
                continue;
            }
            if (!early && ownedNothing(facts, operation, call)) {
                violation(call, "was made by a system that had no key while its operation lived", inquiry);
            }
            done[operation] += call.done() ? 1 : 0;
        }
        for (int operation = 0; operation < done.length; operation++) {
            if (causing[facts.history().kind(operation)]) {
                inquiry.examined(1);
                operation(facts, effect, operation, done[operation], atRest, inquiry);
            }
        }
    }

    /** Whether all keys were the other system's from before the operation until after it, and the call was made meanwhile. */
    private static boolean ownedNothing(Facts facts, int operation, EffectCall call) {
        History history = facts.history();
        ServedBy caller = ServedBy.named(call.caller());
        return (caller == ServedBy.OLD || caller == ServedBy.NEW)
                && facts.course().epochs().stream()
                        .filter(epoch -> epoch.owner() != ServedBy.NOBODY && epoch.owner() != caller)
                        .anyMatch(epoch ->
                                epoch.interval().contains(history.invokedNs(operation), history.endedNs(operation))
                                        && epoch.interval().contains(call.ns(), call.ns()));
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
        if (earlier != null
                && (!earlier.subject().equals(call.subject())
                        || !earlier.amount().equals(call.amount()))) {
            violation(
                    call,
                    "has the key of an earlier one for " + earlier.subject() + " over " + earlier.amount(),
                    inquiry);
        }
    }

    private static void operation(
            Facts facts, Obligations.Effects effect, int operation, int done, boolean atRest, Inquiry inquiry) {
        History history = facts.history();
        String wrong = "";
        if (history.ok(operation) && done == 0 && atRest) {
            wrong = "was acknowledged but never had its effect";
        } else if (history.refused(operation) && done > 0) {
            wrong = "was refused but had its effect";
        } else if (done > 1 && !effect.idempotent()) {
            wrong = "had its effect " + done + " times";
        }
        if (!wrong.isEmpty()) {
            inquiry.violation(
                    history.key(operation),
                    "operation " + history.id(operation) + " " + wrong,
                    () -> facts.describe(operation));
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
