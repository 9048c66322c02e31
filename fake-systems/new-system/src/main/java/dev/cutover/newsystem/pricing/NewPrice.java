package dev.cutover.newsystem.pricing;

import java.math.BigDecimal;

/** A price from the topic; a higher sequence is newer. */
record NewPrice(String sku, BigDecimal amount, long sequence) {
    NewPrice {
        if (sku.isBlank() || amount.signum() < 0 || sequence < 0) {
            throw new IllegalArgumentException("price: expected a sku, an amount and a sequence >= 0, found " + sku
                    + " " + amount + " " + sequence);
        }
    }
}
