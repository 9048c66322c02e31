package dev.cutover.simulation;

/**
 * What an operation leaves, and what of it travels to the other system.
 *
 * @param idempotencyKey what a system knows a retry by
 * @param kind index into the manifest's kinds
 * @param subject the operation that this one is about; 0 for none
 * @param amount what it moves, or takes down
 */
record Row(int key, int version, long operation, long idempotencyKey, int kind, long subject, int amount) {}
