package dev.cutover.record.journal;

/** Who answered, from the answer's {@code X-Served-By}. */
public enum ServedBy {
    NOBODY(0),
    OLD(1),
    NEW(2),
    BRIDGE(3);

    private final byte code;

    ServedBy(int code) {
        this.code = (byte) code;
    }

    /** Its number in the journal. */
    public byte code() {
        return code;
    }
}
