package dev.cutover.record.journal;

import java.util.List;

/** What a client knows of an operation. */
public enum Outcome {
    /** The slot was never used. */
    EMPTY(0),
    /** Sent, and nothing heard yet; at the end of a run the same as {@link #UNKNOWN}. */
    INVOKED(1),
    /** Acknowledged: it happened. */
    OK(2),
    /** Refused by contract: it definitely had no effect. */
    REFUSED(3),
    /** May or may not have happened. */
    UNKNOWN(4);

    private static final List<Outcome> BY_CODE = List.of(values());

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** Its number in the journal. */
    public int code() {
        return code;
    }

    /** True for OK, REFUSED and UNKNOWN. */
    public boolean ended() {
        return code >= 2;
    }

    /** Whether a slot that was written can have this number in the journal. */
    static boolean written(int code) {
        return code >= INVOKED.code && code < BY_CODE.size();
    }

    /** The outcome with this number in the journal, 0 … 4. */
    public static Outcome of(int code) {
        if (code < 0 || code >= BY_CODE.size()) {
            throw new IllegalArgumentException("no outcome has the code " + code + "; the journal is damaged");
        }
        return BY_CODE.get(code);
    }
}
