package dev.cutover.scenarios.load;

import org.jspecify.annotations.Nullable;

/**
 * What an answer of the old contract says.
 *
 * @param code the return code
 * @param version the household's version, 0 if not given
 * @param seen the order number; of a list the last one; of a customer the credit; else 0
 * @param email null if not given
 */
record Answer(int code, int version, long seen, @Nullable String email) {}
