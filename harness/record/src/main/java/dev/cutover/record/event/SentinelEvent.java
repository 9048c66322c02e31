package dev.cutover.record.event;

/** A sentinel that was sent into a stream came out at its far end, or not in time. */
@Line(kind = "sentinel", says = "`crossed`: what was sent after the last operation came out at the far end, everywhere")
public record SentinelEvent(String stream, boolean crossed, double tookMs) implements Event {}
