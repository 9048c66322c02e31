package dev.cutover.judge.facts;

import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.record.evidence.History;
import java.util.List;

/**
 * A history's operations grouped by the epoch that they were certainly invoked in (a counting sort: O(n log epochs)).
 */
public final class EpochOrder {
    private static final int NONE = -1;

    private final History history;
    private final int[] start;
    private final int[] operations;

    private EpochOrder(History history, int[] start, int[] operations) {
        this.history = history;
        this.start = start;
        this.operations = operations;
    }

    static EpochOrder of(History history, List<Epoch> epochs) {
        long[] begins =
                epochs.stream().mapToLong(one -> one.interval().fromNs()).toArray();
        long[] ends = epochs.stream().mapToLong(one -> one.interval().untilNs()).toArray();
        int[] epoch = new int[history.size()];
        int[] start = new int[begins.length + 1];
        for (int i = 0; i < epoch.length; i++) {
            epoch[i] = epochOf(history.invokedNs(i), begins, ends);
            if (epoch[i] != NONE) {
                start[epoch[i] + 1]++;
            }
        }
        for (int number = 1; number < start.length; number++) {
            start[number] += start[number - 1];
        }
        int[] next = start.clone();
        int[] operations = new int[start[begins.length]];
        for (int i = 0; i < epoch.length; i++) {
            if (epoch[i] != NONE) {
                operations[next[epoch[i]]++] = i;
            }
        }
        return new EpochOrder(history, start, operations);
    }

    /** The last epoch that had begun before, if it had not ended. */
    private static int epochOf(long invokedNs, long[] begins, long[] ends) {
        int low = 0;
        int high = begins.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begins[middle] < invokedNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && invokedNs < ends[low - 1] ? low - 1 : NONE;
    }

    public int from(int number) {
        return start[number];
    }

    public int until(int number) {
        return start[number + 1];
    }

    public int operation(int at) {
        return operations[at];
    }

    /** Whether an operation lies wholly inside an epoch. */
    public boolean within(int operation, Epoch one) {
        return one.interval().contains(history.invokedNs(operation), history.endedNs(operation));
    }
}
