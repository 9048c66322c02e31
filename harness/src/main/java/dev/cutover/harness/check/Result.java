package dev.cutover.harness.check;

/** What a checker found, gravest last. */
public enum Result {
    PASS,
    UNKNOWN,
    FAIL
}
