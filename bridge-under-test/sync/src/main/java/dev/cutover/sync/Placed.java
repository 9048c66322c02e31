package dev.cutover.sync;

/** A message and the partition it travelled in. */
record Placed(int partition, Message message) {}
