package dev.cutover.oldsystem.shop;

import org.jspecify.annotations.Nullable;

/** What a write is about, and so what has to be looked at before it; newOrder draws an order number. */
record Subject(
        @Nullable Long custNo,
        @Nullable Long otherNo,
        @Nullable Long ordNo,
        @Nullable String email,
        boolean newOrder) {

    static Subject order(long ordNo) {
        return new Subject(null, null, ordNo, null, false);
    }

    static Subject newOrder(long custNo) {
        return new Subject(custNo, null, null, null, true);
    }
}
