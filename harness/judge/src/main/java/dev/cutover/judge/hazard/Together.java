package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.TimeOrder;
import dev.cutover.record.evidence.History;
import java.util.Arrays;

/**
 * Operations of one key that were under way at the same time, as their clients saw them: from the first send to the last answer, or until they
 * gave up. One that ends as another begins was not; what never ended is not counted, since nobody knows how long it was under way.
 */
final class Together {
    private final History history;
    private final Keys keys;
    private final int[] inOrder;

    Together(Facts facts) {
        this.history = facts.history();
        this.keys = facts.keys();
        this.inOrder = TimeOrder.of(history.size(), this::lasted, history::invokedNs);
    }

    private boolean lasted(int i) {
        return history.endedNs(i) != Long.MAX_VALUE && history.endedNs(i) > history.invokedNs(i);
    }

    /** Writes together with one that was invoked before. */
    long writes() {
        long[] busyUntil = all(Long.MIN_VALUE);
        long together = 0;
        for (int i : inOrder) {
            if (history.isWrite(i)) {
                int key = keys.number(i);
                together += busyUntil[key] > history.invokedNs(i) ? 1 : 0;
                busyUntil[key] = Math.max(busyUntil[key], history.endedNs(i));
            }
        }
        return together;
    }

    /** Acknowledged reads together with a write that was invoked before, or after. */
    long reads() {
        boolean[] beside = new boolean[history.size()];
        long[] busyUntil = all(Long.MIN_VALUE);
        for (int i : inOrder) {
            int key = keys.number(i);
            if (history.isWrite(i)) {
                busyUntil[key] = Math.max(busyUntil[key], history.endedNs(i));
            } else {
                beside[i] = busyUntil[key] > history.invokedNs(i);
            }
        }
        long[] nextBegins = all(Long.MAX_VALUE);
        long together = 0;
        for (int at = inOrder.length - 1; at >= 0; at--) {
            int i = inOrder[at];
            int key = keys.number(i);
            if (history.isWrite(i)) {
                nextBegins[key] = history.invokedNs(i);
            } else if (history.ok(i)) {
                together += beside[i] || nextBegins[key] < history.endedNs(i) ? 1 : 0;
            }
        }
        return together;
    }

    private long[] all(long value) {
        long[] all = new long[keys.count()];
        Arrays.fill(all, value);
        return all;
    }
}
