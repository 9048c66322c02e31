package dev.cutover.scenarios.load;

import org.jspecify.annotations.Nullable;

/**
 * How one send of an operation ended.
 *
 * @param status of HTTP, 0 if no answer came
 * @param body null if none came, or nobody asked for it
 * @param lost why no answer came: a code of {@link dev.cutover.record.journal.Cause}
 * @param servedBy a code of {@link dev.cutover.record.journal.ServedBy}
 */
record Attempt(int status, byte @Nullable [] body, short lost, byte servedBy) {}
