package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;

/** A ledger's rows sorted by household, each household's in ledger order (a counting sort: O(n)). */
public final class GroupedLedger {
    private final Ledger ledger;
    private final int[] start;
    private final int[] rows;

    /** Groups by numbers that must already cover the ledger's households. */
    public GroupedLedger(Ledger ledger, LongIndex households) {
        this.ledger = ledger;
        this.start = new int[households.size() + 1];
        this.rows = new int[ledger.size()];
        for (int row = 0; row < rows.length; row++) {
            start[households.find(ledger.household(row)) + 1]++;
        }
        for (int h = 1; h < start.length; h++) {
            start[h] += start[h - 1];
        }
        int[] next = start.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[households.find(ledger.household(row))]++] = row;
        }
    }

    /** How many rows a household has. */
    public int count(int household) {
        return start[household + 1] - start[household];
    }

    public long version(int household, int position) {
        return ledger.version(rows[start[household] + position]);
    }

    public long operation(int household, int position) {
        return ledger.operation(rows[start[household] + position]);
    }

    /** A row for a person. */
    public String text(int household, int position) {
        return position < count(household)
                ? "version " + version(household, position) + " by operation " + operation(household, position)
                : "nothing";
    }
}
