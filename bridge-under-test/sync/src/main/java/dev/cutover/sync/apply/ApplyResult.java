package dev.cutover.sync.apply;

/** What became of a change at its target. */
public sealed interface ApplyResult {
    /** It was written now. */
    record Applied() implements ApplyResult {}

    /** The target has it already. */
    record Skipped() implements ApplyResult {}

    /** It cannot be applied, and why; its household is blocked from here on. */
    record Dead(String reason) implements ApplyResult {}
}
