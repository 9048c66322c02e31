package dev.cutover.oldsystem.shop;

import org.jspecify.annotations.Nullable;

/** What is ordered. Cents. */
record Item(String sku, int qty, long unitC, @Nullable String note) {
    private static final int MAX_QTY = 1_000_000;

    static Item from(Form form) {
        Item item = new Item(
                form.text("sku"),
                form.whole("qty", 1, MAX_QTY),
                form.whole("unitC", 0L, Form.MAX_CENTS),
                form.optionalText("note"));
        if (item.unitC > Form.MAX_CENTS / item.qty) {
            throw Refusal.malformed("qty, unitC: expected a total of at most " + Form.MAX_CENTS + " cents");
        }
        return item;
    }

    long amtC() {
        return unitC * qty;
    }
}
