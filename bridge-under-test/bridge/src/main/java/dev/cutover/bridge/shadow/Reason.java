package dev.cutover.bridge.shadow;

import java.util.Locale;

/** Why a pair of answers was not compared. */
enum Reason {
    /** The answers start from different versions of the household. */
    VERSION,
    /** Too many shadows were under way. */
    OVERFLOW,
    /** New did not answer in time. */
    TIMEOUT,
    /** New was not reached, or the connection broke. */
    UNREACHABLE,
    /** New answered that its outcome is unknown, or in a way nobody understands. */
    ERROR,
    /** Old's outcome is unknown. */
    UNKNOWN,
    /** Old refused it as fenced: the bucket was moving. */
    FENCED,
    /** Old's payment provider declined; new's was not asked. */
    EFFECTS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
