package dev.cutover.record.event;

import java.time.Instant;

/**
 * An event and when it was recorded.
 *
 * @param seq 1, 2, 3 … in the file, so that a missing line is seen
 * @param ns {@link System#nanoTime()} of the machine's monotonic clock, shared by all processes of a run
 * @param at the same instant on the wall clock
 */
public record LogEntry(long seq, long ns, Instant at, Event event) {}
