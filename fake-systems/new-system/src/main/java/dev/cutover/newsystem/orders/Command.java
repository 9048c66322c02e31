package dev.cutover.newsystem.orders;

/**
 * What every command names.
 *
 * @param idempotencyKey what a retry is recognised by
 * @param operationId the business's id of the operation, positive
 */
public record Command(long household, String idempotencyKey, long operationId) {}
