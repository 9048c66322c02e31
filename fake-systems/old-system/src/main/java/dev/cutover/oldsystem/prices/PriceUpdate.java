package dev.cutover.oldsystem.prices;

/**
 * A new price.
 *
 * @param cents 0 …
 * @param seq grows with every update of the sku
 */
record PriceUpdate(String sku, long cents, long seq) {
    PriceUpdate {
        if (sku.isBlank() || cents < 0 || seq < 0) {
            throw new IllegalArgumentException(
                    "expected a sku, cents >= 0 and seq >= 0, found " + sku + ", " + cents + ", " + seq);
        }
    }
}
