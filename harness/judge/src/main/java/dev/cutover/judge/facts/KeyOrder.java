package dev.cutover.judge.facts;

/** Operations grouped by key, each key's in the order in which they came (a counting sort). */
public final class KeyOrder {
    private final int[] start;
    private final int[] operations;

    public KeyOrder(Keys keys, int[] inOrder) {
        this.start = new int[keys.count() + 1];
        this.operations = new int[inOrder.length];
        for (int operation : inOrder) {
            start[keys.number(operation) + 1]++;
        }
        for (int key = 1; key < start.length; key++) {
            start[key] += start[key - 1];
        }
        int[] next = start.clone();
        for (int operation : inOrder) {
            operations[next[keys.number(operation)]++] = operation;
        }
    }

    /** How many keys there are. */
    public int keys() {
        return start.length - 1;
    }

    /** Where a key's operations begin. */
    public int from(int key) {
        return start[key];
    }

    /** Where the next key's operations begin. */
    public int until(int key) {
        return start[key + 1];
    }

    public int operation(int at) {
        return operations[at];
    }
}
