package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/** Some of a table's rows sorted by key, each key's in the table's order (a counting sort: O(n)). */
public final class GroupedLedger {
    private final Ledger ledger;
    private final int[] start;
    private final int[] rows;

    /**
     * Groups the rows that are wanted.
     *
     * @param firstRow the number among the keys of this table's first row
     */
    GroupedLedger(Ledger ledger, Keys keys, int firstRow, IntPredicate wanted) {
        this.ledger = ledger;
        this.start = new int[keys.count() + 1];
        for (int row = 0; row < ledger.size(); row++) {
            if (wanted.test(row)) {
                start[keys.number(firstRow + row) + 1]++;
            }
        }
        for (int h = 1; h < start.length; h++) {
            start[h] += start[h - 1];
        }
        this.rows = new int[start[start.length - 1]];
        int[] next = start.clone();
        for (int row = 0; row < ledger.size(); row++) {
            if (wanted.test(row)) {
                rows[next[keys.number(firstRow + row)]++] = row;
            }
        }
    }

    /** How many rows a key has. */
    public int count(int key) {
        return start[key + 1] - start[key];
    }

    /** A key that has rows, as they give it. */
    long id(int key) {
        return ledger.key(rows[start[key]]);
    }

    /** Whether every two rows of a key are known to stand one behind the other. */
    boolean inSequence(int key) {
        for (int at = start[key] + 1; at < start[key + 1]; at++) {
            if (ledger.position(rows[at - 1]) == ledger.position(rows[at])) {
                return false;
            }
        }
        return true;
    }

    /** From now on a key's rows stand in the order of their operations. */
    void asSet(int key, boolean versioned) {
        if (count(key) < 2) {
            return;
        }
        Comparator<Integer> order = Comparator.comparingLong(ledger::operation);
        Comparator<Integer> full = versioned ? order.thenComparingLong(ledger::version) : order;
        int[] sorted = Arrays.stream(rows, start[key], start[key + 1])
                .boxed()
                .sorted(full)
                .mapToInt(row -> row)
                .toArray();
        System.arraycopy(sorted, 0, rows, start[key], sorted.length);
    }

    long version(int key, int position) {
        return ledger.version(rows[start[key] + position]);
    }

    long operation(int key, int position) {
        return ledger.operation(rows[start[key] + position]);
    }

    /** A row for a person. */
    public String text(int key, int position) {
        if (position >= count(key)) {
            return "nothing";
        }
        String version = ledger.knows(Ledger.Column.VERSION) ? "version " + version(key, position) + " by " : "";
        return version + "operation " + operation(key, position);
    }
}
