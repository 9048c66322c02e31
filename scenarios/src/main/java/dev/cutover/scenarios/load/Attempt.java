package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Received;

/**
 * How one send of an operation ended.
 *
 * @param status of HTTP, 0 if no answer came
 * @param answer what came, as far as somebody looks at it
 * @param lost why no answer came: a code of {@link dev.cutover.record.journal.Cause}
 * @param servedBy a code of {@link dev.cutover.record.journal.ServedBy}
 */
record Attempt(int status, Received answer, short lost, byte servedBy) {}
