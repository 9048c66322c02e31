package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.EpochOrder;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Keys;
import dev.cutover.record.dump.AskedText;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import java.util.BitSet;
import java.util.List;

/**
 * Keys that both sides have written, what became of them when they came back, and long texts on both. An operation counts if it was acknowledged and lies wholly
 * inside an epoch; in a split, by who gave its answer.
 */
final class BothSides {
    private static final int NONE = -1;

    private final History history;
    private final Keys keys;
    private final EpochOrder order;
    private final List<Epoch> epochs;
    private final BitSet onOld = new BitSet();
    private final BitSet onNew = new BitSet();
    private final BitSet longTexts = new BitSet();
    private long longOnOld;
    private long longOnNew;
    private long writesBack;
    private long readsBack;

    private BothSides(Facts facts) {
        this.history = facts.history();
        this.keys = facts.keys();
        this.order = facts.epochOrder();
        this.epochs = facts.course().epochs();
        facts.evidence().asked().forEach((id, text) -> {
            int operation = AskedText.isOfALong(text) ? facts.operation(id) : NONE;
            if (operation >= 0) {
                longTexts.set(operation);
            }
        });
    }

    static BothSides of(Facts facts) {
        BothSides sides = new BothSides(facts);
        for (int epoch = 0; epoch < sides.epochs.size(); epoch++) {
            sides.comeBack(epoch);
            sides.write(epoch);
        }
        return sides;
    }

    long keysWrittenOnBoth() {
        BitSet both = (BitSet) onOld.clone();
        both.and(onNew);
        return both.cardinality();
    }

    /** Of the side that has fewer. */
    long longTexts() {
        return Math.min(longOnOld, longOnNew);
    }

    long writesBack() {
        return writesBack;
    }

    long readsBack() {
        return readsBack;
    }

    /** What old does with keys that new wrote in an epoch before. */
    private void comeBack(int epoch) {
        for (int at = order.from(epoch); at < order.until(epoch); at++) {
            int operation = order.operation(at);
            if (onNew.get(keys.number(operation)) && side(operation, epoch) == ServedBy.OLD) {
                if (history.isWrite(operation)) {
                    writesBack++;
                } else {
                    readsBack++;
                }
            }
        }
    }

    private void write(int epoch) {
        for (int at = order.from(epoch); at < order.until(epoch); at++) {
            int operation = order.operation(at);
            if (history.isWrite(operation)) {
                written(operation, side(operation, epoch));
            }
        }
    }

    private void written(int operation, ServedBy side) {
        int isLong = longTexts.get(operation) ? 1 : 0;
        switch (side) {
            case OLD -> {
                onOld.set(keys.number(operation));
                longOnOld += isLong;
            }
            case NEW -> {
                onNew.set(keys.number(operation));
                longOnNew += isLong;
            }
            case NOBODY, BRIDGE -> {}
        }
    }

    private ServedBy side(int operation, int number) {
        Epoch epoch = epochs.get(number);
        if (!history.ok(operation) || !order.within(operation, epoch)) {
            return ServedBy.NOBODY;
        }
        return switch (epoch.mode()) {
            case OLD, DUAL -> ServedBy.OLD;
            case NEW -> ServedBy.NEW;
            case SPLIT -> history.servedBy(operation);
        };
    }
}
