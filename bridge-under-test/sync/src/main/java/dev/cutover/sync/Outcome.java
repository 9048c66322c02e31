package dev.cutover.sync;

/** What became of a change at its target. */
public sealed interface Outcome {
    /** It was written now. */
    record Applied() implements Outcome {}

    /** The target has it already. */
    record Skipped() implements Outcome {}

    /** It cannot be applied, and why; its household is blocked from here on. */
    record Dead(String reason) implements Outcome {}
}
