package dev.cutover.oldsystem.shop;

import dev.cutover.kit.payments.PaymentClient;

/** An operation that changes one household. */
sealed interface Write
        permits PlaceOrder, RecreateOrder, ChangeEmail, TransferCredit, PayOrder, CancelOrder, DeleteOrder {
    /** What a write works with: the payment provider, and the business day (yyyyMMdd). */
    record Work(PaymentClient payments, String today) {}

    long opId();

    long hhNo();

    Subject subject();

    /** Decides on what was seen: returns the change, or throws a {@link Refusal}. The household is locked. */
    Change decide(Seen seen, Work work);
}
