package dev.cutover.oldsystem.shop;

/** Charges orders. */
public interface PaymentProvider {
    /**
     * True if accepted, false if declined.
     *
     * @param amountC cents
     * @throws PaymentUnknown if there was no clear answer in time: the order may or may not have been charged
     */
    boolean charge(long opId, long hhNo, long ordNo, long amountC);

    /** The payment provider gave no clear answer. */
    final class PaymentUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PaymentUnknown(String message, Throwable cause) {
            super(message, cause);
        }

        public PaymentUnknown(String message) {
            super(message);
        }
    }
}
