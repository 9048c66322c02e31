package dev.cutover.scenarios.load;

import org.jspecify.annotations.Nullable;

/**
 * How one send of an operation ended.
 *
 * @param status of HTTP, 0 if no answer came
 * @param answer null if none came, or it is not of the contract
 * @param lost why no answer came: a code of {@link dev.cutover.record.journal.Cause}
 * @param servedBy a code of {@link dev.cutover.record.journal.ServedBy}
 */
record Attempt(int status, @Nullable Answer answer, short lost, byte servedBy) {}
