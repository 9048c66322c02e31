package dev.cutover.oldsystem.shop;

/** An operation that changes one household. */
sealed interface Write
        permits PlaceOrder, RecreateOrder, ChangeEmail, TransferCredit, PayOrder, CancelOrder, DeleteOrder {
    long opId();

    long hhNo();

    Subject subject();

    /** Decides on what was seen: returns the change, or throws a {@link Refusal}. The household is locked. */
    Change decide(Seen seen, Work work);
}
