package dev.cutover.newsystem.orders;

import org.jspecify.annotations.Nullable;

/** What a change is about, and so what has to be looked at before it; newOrder draws an order number. */
record Subject(
        @Nullable Long customer,
        @Nullable Long otherCustomer,
        @Nullable Long order,
        @Nullable String email,
        boolean newOrder) {

    static Subject ofOrder(long number) {
        return new Subject(null, null, number, null, false);
    }

    static Subject ofNewOrder(long customer) {
        return new Subject(customer, null, null, null, true);
    }
}
