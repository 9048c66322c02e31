package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How one send of an operation ended.
 *
 * @param status of HTTP, 0 if no answer came
 * @param answer the body; a missing node if none came, it is no JSON, or nobody asks for it
 * @param lost why no answer came: a code of {@link dev.cutover.record.journal.Cause}
 * @param servedBy a code of {@link dev.cutover.record.journal.ServedBy}
 */
record Attempt(int status, JsonNode answer, short lost, byte servedBy) {}
