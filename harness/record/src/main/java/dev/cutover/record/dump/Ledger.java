package dev.cutover.record.dump;

import java.util.Arrays;

/** A system's ledger by columns, in its own order of insertion. Immutable. */
public final class Ledger {
    private final long[] household;
    private final long[] version;
    private final long[] operation;

    private Ledger(long[] household, long[] version, long[] operation) {
        this.household = household;
        this.version = version;
        this.operation = operation;
    }

    public static Ledger empty() {
        return new Builder().build();
    }

    public int size() {
        return household.length;
    }

    public long household(int row) {
        return household[row];
    }

    public long version(int row) {
        return version[row];
    }

    /** The operation that wrote the row; 0 if it was seeded. */
    public long operation(int row) {
        return operation[row];
    }

    /** Collects rows. */
    public static final class Builder {
        private long[] household = new long[1024];
        private long[] version = new long[1024];
        private long[] operation = new long[1024];
        private int size;

        public Builder row(long inHousehold, long atVersion, long byOperation) {
            if (size == household.length) {
                household = Arrays.copyOf(household, 2 * size);
                version = Arrays.copyOf(version, 2 * size);
                operation = Arrays.copyOf(operation, 2 * size);
            }
            household[size] = inHousehold;
            version[size] = atVersion;
            operation[size] = byOperation;
            size++;
            return this;
        }

        public Ledger build() {
            return new Ledger(
                    Arrays.copyOf(household, size), Arrays.copyOf(version, size), Arrays.copyOf(operation, size));
        }
    }
}
