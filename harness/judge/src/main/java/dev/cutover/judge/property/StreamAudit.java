package dev.cutover.judge.property;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LongIndex;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.run.Obligations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one stream carries, held against what its system accepted. */
final class StreamAudit {
    private final Facts facts;
    private final History history;
    private final String name;
    private final Obligations.Topic owed;
    private final StreamLog log;
    private final Acceptance.Side system;
    private final Inquiry inquiry;
    /** How many records name each operation of the history. */
    private final int[] times;

    private long records;
    private int named;

    StreamAudit(
            Facts facts, String name, Obligations.Topic owed, StreamLog log, Acceptance acceptance, Inquiry inquiry) {
        this.facts = facts;
        this.history = facts.history();
        this.name = name;
        this.owed = owed;
        this.log = log;
        this.system = acceptance.by(owed.from());
        this.inquiry = inquiry;
        this.times = new int[history.size()];
        for (StreamLog.Entry entry : log.entries()) {
            int operation = operation(entry);
            if (operation >= 0) {
                records++;
                named += times[operation]++ == 0 ? 1 : 0;
            }
        }
        inquiry.examined(named);
    }

    private int operation(StreamLog.Entry entry) {
        return entry.operation() == 0 ? -1 : facts.operation(entry.operation());
    }

    /** Everything must be at rest: else it may still come. */
    void missing() {
        List<Integer> missing = new ArrayList<>();
        long from = copiedUntil();
        boolean[] carried =
                facts.evidence().manifest().kindsThat(kind -> owed.of().contains(kind.name()));
        for (int i = 0; i < history.size(); i++) {
            if (history.ok(i) && history.invokedNs(i) > from && carried[history.kind(i)] && system.accepted(i)) {
                inquiry.examined(1);
                if (times[i] == 0) {
                    missing.add(i);
                }
            }
        }
        if (named == 0 && !missing.isEmpty()) {
            inquiry.gap("stream " + name + ": none of its " + log.entries().size()
                    + " records names an operation of this run, so the plan may look for it in the wrong place");
            return;
        }
        missing.forEach(i -> violation(i, "was accepted by " + owed.from() + ", but no record of its stream names it"));
    }

    /** A copy brings what is there when it is made, and a stream need only carry what comes after it. */
    private long copiedUntil() {
        boolean copied = facts.obligations().bootstrap()
                && owed.from().equals(facts.obligations().rollbackSystem());
        return !copied
                ? Long.MIN_VALUE
                : facts.evidence()
                        .entries(StepEvent.Ended.class)
                        .filter(entry ->
                                entry.event() instanceof StepEvent.Ended ended && ended.step() == Step.BOOTSTRAP)
                        .mapToLong(entry -> entry.ns())
                        .max()
                        .orElse(Long.MAX_VALUE);
    }

    /** An operation that was sent again, or of which nobody knows, may have reached this system too, which may have told of it once more. */
    void echoes() {
        Double limit = owed.echoes();
        if (limit == null) {
            return;
        }
        List<Integer> echoes = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (times[i] > 0 && history.ok(i) && history.attempts(i) <= 1 && system.brought(i)) {
                echoes.add(i);
            }
        }
        if (echoes.size() > limit * named) {
            echoes.forEach(i -> violation(
                    i, "was brought to " + owed.from() + " by a sync, yet a record of the stream from there names it"));
        }
    }

    /** Records come again where somebody is not sure to have sent them; how often on the whole, the plan says. */
    void repeated() {
        Double limit = owed.atMost();
        if (limit == null || records <= limit * named) {
            return;
        }
        int most = 0;
        for (int i = 1; i < times.length; i++) {
            most = times[i] > times[most] ? i : most;
        }
        int worst = most;
        inquiry.violation(
                "stream " + name + " has " + records + " records for " + named + " operations, at most " + limit
                        + " for each are allowed",
                () -> details(worst));
    }

    /** Only what comes for the first time: a repetition may come late. */
    void order() {
        if (!owed.ordered()) {
            return;
        }
        Keys keys = facts.keys();
        boolean[] seen = new boolean[history.size()];
        int partitions = 1
                + log.entries().stream()
                        .mapToInt(StreamLog.Entry::partition)
                        .max()
                        .orElse(0);
        LongIndex places = new LongIndex(0, (long) partitions * keys.count(), named);
        int[] last = new int[named];
        for (StreamLog.Entry entry : log.entries()) {
            int i = operation(entry);
            if (i < 0 || seen[i]) {
                continue;
            }
            seen[i] = true;
            if (system.version(i) > 0 && system.accepted(i)) {
                int known = places.size();
                int place = places.number((long) entry.partition() * keys.count() + keys.number(i));
                if (place < known && system.version(last[place]) > system.version(i)) {
                    violation(i, "comes with version " + system.version(i) + " after " + system.version(last[place]));
                } else {
                    last[place] = i;
                }
            }
        }
    }

    private void violation(int operation, String what) {
        inquiry.violation(
                history.key(operation),
                "stream " + name + ": operation " + history.id(operation) + " of key "
                        + facts.evidence().keyOf(operation) + " " + what,
                () -> details(operation));
    }

    private Map<String, Object> details(int operation) {
        Map<String, Object> details = facts.describe(operation);
        details.put("topic", log.extent().topic());
        details.put("records", times[operation]);
        return details;
    }
}
