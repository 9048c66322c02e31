package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;

/** A ledger's rows sorted by key, each key's in ledger order (a counting sort: O(n)). */
public final class GroupedLedger {
    private final Ledger ledger;
    private final int[] start;
    private final int[] rows;

    /** Groups by numbers that must already cover the ledger's keys. */
    public GroupedLedger(Ledger ledger, LongIndex keys) {
        this.ledger = ledger;
        this.start = new int[keys.size() + 1];
        this.rows = new int[ledger.size()];
        for (int row = 0; row < rows.length; row++) {
            start[keys.find(ledger.key(row)) + 1]++;
        }
        for (int h = 1; h < start.length; h++) {
            start[h] += start[h - 1];
        }
        int[] next = start.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[keys.find(ledger.key(row))]++] = row;
        }
    }

    /** How many rows a key has. */
    public int count(int key) {
        return start[key + 1] - start[key];
    }

    public long version(int key, int position) {
        return ledger.version(rows[start[key] + position]);
    }

    public long operation(int key, int position) {
        return ledger.operation(rows[start[key] + position]);
    }

    /** A row for a person. */
    public String text(int key, int position) {
        return position < count(key)
                ? "version " + version(key, position) + " by operation " + operation(key, position)
                : "nothing";
    }
}
