package dev.cutover.newsystem.orders;

/** Where an order stands. */
public enum OrderStatus {
    OPEN,
    PAID,
    CANCELLED
}
