package dev.cutover.record.dump;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows by the operations that left them, by columns: in the order of their positions if these are known, else of their versions if these
 * are, else as they were read. Immutable.
 */
public final class Ledger {
    /** The operation of a row whose id is not one of an operation, whatever it is. */
    public static final long FOREIGN = Long.MIN_VALUE;

    /** What may be known of a row besides its operation. */
    public enum Column {
        KEY,
        VERSION,
        POSITION,
        /** Whether the system of the row accepted the operation itself, rather than having been given the row by a sync. */
        ACCEPTED
    }

    private final Set<Column> known;
    private final long[] key;
    private final long[] version;
    private final long[] operation;
    private final long[] position;
    private final boolean[] accepted;

    private Ledger(
            Set<Column> known, long[] key, long[] version, long[] operation, long[] position, boolean[] accepted) {
        this.known = known;
        this.key = key;
        this.version = version;
        this.operation = operation;
        this.position = position;
        this.accepted = accepted;
    }

    public static Ledger empty() {
        return new Builder().build();
    }

    /** Whether a column was read. */
    public boolean knows(Column column) {
        return known.contains(column);
    }

    public int size() {
        return operation.length;
    }

    /** A number that stands for the key; 0 if it was not read. */
    public long key(int row) {
        return key[row];
    }

    /** 0 if it was not read, or is NULL. */
    public long version(int row) {
        return version[row];
    }

    /** 0 if it was not read. */
    public long position(int row) {
        return position[row];
    }

    /** Where the row stands: its position, or, if that was not read, its version. */
    public long place(int row) {
        return knows(Column.POSITION) ? position[row] : version[row];
    }

    /** The operation that left the row; 0 if none did, as a seed's. */
    public long operation(int row) {
        return operation[row];
    }

    /** Whether the row's system accepted the operation itself; false if it was not read. */
    public boolean accepted(int row) {
        return accepted[row];
    }

    /** Collects rows. */
    public static final class Builder {
        private final Set<Column> known;
        private long[] key = new long[1024];
        private long[] version = new long[1024];
        private long[] operation = new long[1024];
        private long[] position = new long[1024];
        private boolean[] accepted = new boolean[1024];
        private int size;

        public Builder(Set<Column> known) {
            this.known = EnumSet.noneOf(Column.class);
            this.known.addAll(known);
        }

        /** For rows of which everything is known. */
        public Builder() {
            this(EnumSet.allOf(Column.class));
        }

        /** A row behind all before it. */
        public Builder row(long ofKey, long atVersion, long byOperation) {
            return row(ofKey, atVersion, byOperation, size);
        }

        public Builder row(long ofKey, long atVersion, long byOperation, long atPosition) {
            return row(ofKey, atVersion, byOperation, atPosition, false);
        }

        public Builder row(long ofKey, long atVersion, long byOperation, long atPosition, boolean isAccepted) {
            if (size == key.length) {
                key = Arrays.copyOf(key, 2 * size);
                version = Arrays.copyOf(version, 2 * size);
                operation = Arrays.copyOf(operation, 2 * size);
                position = Arrays.copyOf(position, 2 * size);
                accepted = Arrays.copyOf(accepted, 2 * size);
            }
            key[size] = ofKey;
            version[size] = atVersion;
            operation[size] = byOperation;
            position[size] = atPosition;
            accepted[size] = isAccepted;
            size++;
            return this;
        }

        public Ledger build() {
            boolean positioned = known.contains(Column.POSITION);
            boolean versioned = known.contains(Column.VERSION);
            Comparator<Integer> order = Comparator.comparingLong(row -> positioned ? position[row] : 0);
            Comparator<Integer> full = order.thenComparingLong(row -> version[row]);
            boolean ordered = (!positioned && !versioned)
                    || IntStream.range(1, size).allMatch(row -> full.compare(row - 1, row) <= 0);
            if (ordered) {
                return new Ledger(
                        known,
                        part(key),
                        part(version),
                        part(operation),
                        part(position),
                        Arrays.copyOf(accepted, size));
            }
            int[] rows = IntStream.range(0, size)
                    .boxed()
                    .sorted(full)
                    .mapToInt(row -> row)
                    .toArray();
            return new Ledger(
                    known, of(key, rows), of(version, rows), of(operation, rows), of(position, rows), accepted(rows));
        }

        private boolean[] accepted(int[] rows) {
            boolean[] ordered = new boolean[rows.length];
            for (int row = 0; row < rows.length; row++) {
                ordered[row] = accepted[rows[row]];
            }
            return ordered;
        }

        private long[] part(long[] column) {
            return Arrays.copyOf(column, size);
        }

        private static long[] of(long[] column, int[] rows) {
            return Arrays.stream(rows).mapToLong(row -> column[row]).toArray();
        }
    }
}
