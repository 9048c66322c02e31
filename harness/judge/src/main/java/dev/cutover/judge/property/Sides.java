package dev.cutover.judge.property;

import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.EpochOrder;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Keys;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Whether each operation that lies wholly inside an epoch was done by the right side. Wrong is new in old, in dual and in a split of none; old
 * in new and in a split of all; in another split the other than that which did something of its key before, or old for a key that was on new
 * when a larger share was asked for. Wrong is also a split whose keys are on new in a proportion that its share makes all but impossible
 * ({@link SplitShare}). One pass over each epoch.
 */
final class Sides {
    /** Acknowledged writes by the side that an epoch is about, or as many as a phase owes if it owes fewer. */
    private static final long WRITES = 15;

    private final Facts facts;
    private final History history;
    private final List<Epoch> epochs;
    private final IntFunction<ServedBy> side;
    private final String done;
    private final Inquiry inquiry;
    private final EpochOrder order;
    private final Keys keys;
    private final LastSeen asked;
    private final LastSeen onOld;
    private final LastSeen onNew;

    /**
     * Looks at who is known to have done each operation; neither old nor new, if nobody is.
     *
     * @param done what they did with it, in a word for a sentence
     */
    Sides(Facts facts, IntFunction<ServedBy> side, String done, Inquiry inquiry) {
        this.facts = facts;
        this.history = facts.history();
        this.epochs = facts.course().epochs();
        this.side = side;
        this.done = done;
        this.inquiry = inquiry;
        this.order = facts.epochOrder();
        this.keys = facts.keys();
        this.asked = new LastSeen(keys.count());
        this.onOld = new LastSeen(keys.count());
        this.onNew = new LastSeen(keys.count());
    }

    /** Whether it is known of any operation. */
    boolean known() {
        return IntStream.range(0, history.size()).anyMatch(operation -> isSystem(side.apply(operation)));
    }

    private static boolean isSystem(ServedBy by) {
        return by == ServedBy.OLD || by == ServedBy.NEW;
    }

    void examine() {
        examine(epoch -> {});
    }

    /** One epoch after the other; what else is to be judged of each comes when all is known that lies in it. */
    void examine(IntConsumer more) {
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            examine(epoch);
            more.accept(epoch);
        }
    }

    private void examine(int number) {
        Epoch epoch = epochs.get(number);
        SplitShare share = new SplitShare(epoch);
        boolean toNew = epoch.mode() == RoutingMode.NEW || (epoch.mode() == RoutingMode.SPLIT && epoch.newShare() > 0);
        long writes = 0;
        for (int at = order.from(number); at < order.until(number); at++) {
            int operation = order.operation(at);
            int key = keys.number(operation);
            if (!asked.in(number, key)) {
                asked.see(key, operation, number);
                share.asked();
            }
            ServedBy by = side.apply(operation);
            if (isSystem(by) && order.within(operation, epoch)) {
                boolean byNew = by == ServedBy.NEW;
                served(number, operation, byNew, share);
                writes += byNew == toNew && history.ok(operation) && history.isWrite(operation) ? 1 : 0;
            }
        }
        share.judge(inquiry);
        power(epoch, writes, toNew ? "new" : "old");
    }

    private void served(int number, int operation, boolean byNew, SplitShare share) {
        inquiry.examined(1);
        int key = keys.number(operation);
        if (!onOld.in(number, key) && !onNew.in(number, key)) {
            share.served(byNew);
        }
        did(number, operation, byNew);
    }

    /** Who did something in an epoch, when nothing of a later one has been looked at. */
    void did(int number, int operation, boolean byNew) {
        judge(number, operation, byNew);
        (byNew ? onNew : onOld).see(keys.number(operation), operation, number);
    }

    private void judge(int number, int operation, boolean byNew) {
        Epoch epoch = epochs.get(number);
        ServedBy owner = epoch.owner();
        if (owner == ServedBy.NOBODY) {
            split(number, operation, byNew);
        } else if (byNew != (owner == ServedBy.NEW)) {
            wrong(epoch, operation, byNew ? "by new" : "by old");
        }
    }

    private void split(int number, int operation, boolean byNew) {
        Epoch epoch = epochs.get(number);
        int key = keys.number(operation);
        LastSeen other = byNew ? onOld : onNew;
        String sides = byNew ? "by new, and its key by old" : "by old, and its key by new";
        if (other.in(number, key)) {
            wrong(epoch, operation, sides + " (operation " + history.id(other.operation(key)) + ")");
        } else if (!byNew && other.in(number - 1, key) && raised(number)) {
            String before = " before the share was raised (operation " + history.id(other.operation(key)) + ")";
            wrong(epoch, operation, sides + before);
        }
    }

    private boolean raised(int number) {
        Epoch epoch = epochs.get(number);
        return epoch.follows()
                && epochs.get(number - 1).mode() == RoutingMode.SPLIT
                && epochs.get(number - 1).newShare() < epoch.newShare();
    }

    private void wrong(Epoch epoch, int operation, String how) {
        inquiry.violation(
                history.key(operation),
                "in mode " + epoch.text() + " operation " + history.id(operation) + " of key "
                        + facts.evidence().keyOf(operation) + " was " + done + " " + how,
                () -> facts.describe(operation));
    }

    private void power(Epoch epoch, long writes, String side) {
        long least = Math.min(WRITES, facts.obligations().limits().acknowledgedPerPhase());
        if (writes < least) {
            inquiry.gap("in mode " + epoch.text() + " " + side + " " + done + " " + writes
                    + " acknowledged writes, needs " + least);
        }
    }
}
