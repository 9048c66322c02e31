package dev.cutover.sync.lag;

/** How far a direction is behind: in seconds, and in records in Kafka that are not applied. */
public record Behind(double seconds, long records) {}
