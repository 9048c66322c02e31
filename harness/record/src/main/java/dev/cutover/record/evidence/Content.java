package dev.cutover.record.evidence;

/**
 * What a read was answered, by hashes: it can be compared with what others were answered in the same run, and is not kept.
 *
 * @param operation the read's id
 * @param question of what was asked for
 * @param content of what was answered
 */
public record Content(long operation, long question, long content) {}
