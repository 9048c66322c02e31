package dev.cutover.newsystem.orders;

/** What a command changes; parsed, and valid in itself. */
sealed interface Change
        permits PlaceOrder, RecreateOrder, ChangeEmail, TransferCredit, PayOrder, CancelOrder, DeleteOrder {

    /** Changes the tables and says what to record, or throws a {@link Problem}. The household is locked. */
    LedgerEntry apply(Scope scope);

    /** The result as the client sees it, from what was recorded: now, or at a retry. */
    Result result(Scope scope, long version, LedgerEntry entry);
}
