package dev.cutover.judge.property;

import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Keys;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.Ledger.Column;
import dev.cutover.record.evidence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which epoch operations were accepted whose clients never heard of it: after all was invoked that stands before them among the rows of their
 * key, and before anything that stands behind them had returned. What the network held back and let go later shows by nothing else.
 */
final class Unanswered {
    private static final long SOME_TIME = Long.MAX_VALUE - 1;

    private final History history;
    private final Keys keys;
    private final List<Epoch> epochs;
    private final SortedMap<Integer, List<Integer>> byEpoch = new TreeMap<>();

    Unanswered(Facts facts) {
        this.history = facts.history();
        this.keys = facts.keys();
        this.epochs = facts.course().epochs();
    }

    /** Those that were accepted in an epoch, by its number. */
    List<Integer> in(int epoch) {
        return byEpoch.getOrDefault(epoch, List.of());
    }

    /** Adds those that a system has accepted, where its rows tell their order. */
    void add(LedgerRows rows) {
        Ledger ledger = rows.ledger();
        BitSet open = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            open.set(row, ledger.accepted(row) && isPlaced(rows, row) && history.unknown(rows.operation(row)));
        }
        if (ledger.knows(Column.KEY) && !open.isEmpty()) {
            add(rows, open);
        }
    }

    /** Whether it is an operation's, and known to stand before some of its key and behind the others. */
    private static boolean isPlaced(LedgerRows rows, int row) {
        Ledger ledger = rows.ledger();
        boolean stands = ledger.knows(Column.POSITION) || (ledger.knows(Column.VERSION) && ledger.version(row) != 0);
        return stands && rows.operation(row) >= 0;
    }

    private void add(LedgerRows rows, BitSet open) {
        long[] from = invokedBefore(rows, open);
        long[] until = returnedBehind(rows, open);
        open.stream().forEach(row -> {
            for (int epoch = 0; epoch < epochs.size(); epoch++) {
                if (from[row] <= until[row] && epochs.get(epoch).interval().contains(from[row], until[row])) {
                    byEpoch.computeIfAbsent(epoch, number -> new ArrayList<>()).add(rows.operation(row));
                }
            }
        });
    }

    /** For each of some rows the last instant at which it, or one of its key that stands before it, was invoked. */
    private long[] invokedBefore(LedgerRows rows, BitSet some) {
        long[] latest = new long[keys.count()];
        Arrays.fill(latest, Long.MIN_VALUE);
        long[] found = new long[some.length()];
        int next = 0;
        for (int row = some.nextSetBit(0); row >= 0; row = some.nextSetBit(row + 1)) {
            for (; rows.ledger().place(next) < rows.ledger().place(row); next++) {
                if (isPlaced(rows, next)) {
                    int key = keys.number(rows.operation(next));
                    latest[key] = Math.max(latest[key], history.invokedNs(rows.operation(next)));
                }
            }
            found[row] = Math.max(latest[keys.number(rows.operation(row))], history.invokedNs(rows.operation(row)));
        }
        return found;
    }

    /** For each of some rows the first instant at which one of its key that stands behind it had returned; the state was read at some time. */
    private long[] returnedBehind(LedgerRows rows, BitSet some) {
        long[] earliest = new long[keys.count()];
        Arrays.fill(earliest, SOME_TIME);
        long[] found = new long[some.length()];
        int next = rows.size() - 1;
        for (int row = some.length() - 1; row >= 0; row = some.previousSetBit(row - 1)) {
            for (; rows.ledger().place(next) > rows.ledger().place(row); next--) {
                if (isPlaced(rows, next)) {
                    int key = keys.number(rows.operation(next));
                    earliest[key] = Math.min(earliest[key], history.returnedNs(rows.operation(next)));
                }
            }
            found[row] = earliest[keys.number(rows.operation(row))];
        }
        return found;
    }
}
