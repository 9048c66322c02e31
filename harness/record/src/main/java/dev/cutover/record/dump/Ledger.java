package dev.cutover.record.dump;

import java.util.Arrays;

/** A system's ledger by columns, in its own order of insertion. Immutable. */
public final class Ledger {
    private final long[] key;
    private final long[] version;
    private final long[] operation;

    private Ledger(long[] key, long[] version, long[] operation) {
        this.key = key;
        this.version = version;
        this.operation = operation;
    }

    public static Ledger empty() {
        return new Builder().build();
    }

    public int size() {
        return key.length;
    }

    public long key(int row) {
        return key[row];
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
        private long[] key = new long[1024];
        private long[] version = new long[1024];
        private long[] operation = new long[1024];
        private int size;

        public Builder row(long ofKey, long atVersion, long byOperation) {
            if (size == key.length) {
                key = Arrays.copyOf(key, 2 * size);
                version = Arrays.copyOf(version, 2 * size);
                operation = Arrays.copyOf(operation, 2 * size);
            }
            key[size] = ofKey;
            version[size] = atVersion;
            operation[size] = byOperation;
            size++;
            return this;
        }

        public Ledger build() {
            return new Ledger(Arrays.copyOf(key, size), Arrays.copyOf(version, size), Arrays.copyOf(operation, size));
        }
    }
}
