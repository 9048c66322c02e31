package dev.cutover.judge.gate;

import dev.cutover.judge.facts.KeyOrder;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.TimeOrder;
import dev.cutover.record.evidence.History;
import java.util.function.IntPredicate;

/**
 * The longest time for which clients asked for a key and none was served: what a bucket that is never released looks like from outside,
 * whatever a bucket is. A refusal ends no such time, and begins none; but where there are more of them than requests without an answer, it is
 * a key that is to be refused. What a fault explains neither begins nor lengthens such a time.
 */
final class WithoutOk {
    private final History history;
    private final Disturbances disturbances;
    private final int least;
    private long keys;
    private long longestNs;
    private int longestKey;

    private long answeredNs;
    private long sinceNs;
    private int unanswered;
    private int refused;

    WithoutOk(History history, Disturbances disturbances, int least) {
        this.history = history;
        this.disturbances = disturbances;
        this.least = least;
    }

    /** Looks at the operations wanted, key by key. */
    WithoutOk examine(Keys all, IntPredicate wanted) {
        KeyOrder order = new KeyOrder(all, TimeOrder.of(history.size(), wanted, history::endedNs));
        for (int key = 0; key < order.keys(); key++) {
            keys += order.until(key) - order.from(key) >= least ? 1 : 0;
            answered(Long.MIN_VALUE);
            for (int at = order.from(key); at < order.until(key); at++) {
                next(order.operation(at));
            }
        }
        return this;
    }

    private void next(int operation) {
        if (history.ok(operation)) {
            answered(history.endedNs(operation));
        } else if (history.refused(operation)) {
            refused++;
        } else if (history.invokedNs(operation) > answeredNs && !disturbances.byFault(operation)) {
            unanswered(operation);
        }
    }

    private void answered(long ns) {
        answeredNs = ns;
        sinceNs = Long.MAX_VALUE;
        unanswered = 0;
        refused = 0;
    }

    private void unanswered(int operation) {
        unanswered++;
        sinceNs = Math.min(sinceNs, history.invokedNs(operation));
        long ns = history.endedNs(operation) - sinceNs;
        if (unanswered >= least && unanswered >= refused && ns > longestNs) {
            longestNs = ns;
            longestKey = history.key(operation);
        }
    }

    /** How many keys were asked for often enough to be judged. */
    long keys() {
        return keys;
    }

    long longestNs() {
        return longestNs;
    }

    /** The key that was longest without an answer; of no meaning if none was. */
    int longestKey() {
        return longestKey;
    }
}
