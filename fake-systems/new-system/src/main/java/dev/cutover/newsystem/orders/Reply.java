package dev.cutover.newsystem.orders;

/** A result, and whether it is that of an earlier request. */
public record Reply(Result result, boolean replayed) {}
