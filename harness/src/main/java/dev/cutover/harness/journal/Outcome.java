package dev.cutover.harness.journal;

/** What a client knows of an operation; the ordinal is its code in the journal. */
public enum Outcome {
    /** The slot was never used. */
    EMPTY,
    /** Sent, and nothing heard yet; at the end of a run the same as {@link #UNKNOWN}. */
    INVOKED,
    /** Acknowledged: it happened. */
    OK,
    /** Refused by contract: it definitely had no effect. */
    REFUSED,
    /** May or may not have happened. */
    UNKNOWN
}
