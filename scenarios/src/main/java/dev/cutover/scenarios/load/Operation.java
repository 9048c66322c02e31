package dev.cutover.scenarios.load;

/**
 * One logical operation, sent once or more often with the same operation id.
 *
 * @param customer whom it is about
 * @param order the order it is about, 0 for none or not yet known
 * @param body JSON, as sent
 */
record Operation(ShopOperation kind, long id, long customer, long order, String body) {}
