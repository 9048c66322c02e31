package dev.cutover.record.verdict;

/** What a checker found, gravest last. */
public enum Result {
    PASS,
    UNKNOWN,
    FAIL
}
