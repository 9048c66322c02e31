package dev.cutover.oldsystem.shop;

/** An operation that changes one household. */
sealed interface Write
        permits PlaceOrder, RecreateOrder, ChangeEmail, TransferCredit, PayOrder, CancelOrder, DeleteOrder {
    long opId();

    long hhNo();

    /** Changes the tables and returns what to journal, or throws a {@link Refusal}. The household is locked. */
    Entry perform(Work work);
}
