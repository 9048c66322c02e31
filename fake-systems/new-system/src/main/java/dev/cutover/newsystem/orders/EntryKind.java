package dev.cutover.newsystem.orders;

/** What a ledger entry records. */
enum EntryKind {
    ORDER_PLACED,
    EMAIL_CHANGED,
    CREDIT_TRANSFERRED,
    ORDER_PAID,
    ORDER_CANCELLED,
    ORDER_DELETED,
    ORDER_RECREATED
}
