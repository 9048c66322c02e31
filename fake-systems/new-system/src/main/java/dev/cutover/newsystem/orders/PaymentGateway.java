package dev.cutover.newsystem.orders;

import java.math.BigDecimal;

/** Takes the money for orders. */
public interface PaymentGateway {
    /** Accepts everything and calls nobody: for requests whose effects are suppressed. */
    PaymentGateway SUPPRESSED = (command, orderNumber, total) -> true;

    /**
     * Charges an order once; true if accepted, false if declined.
     *
     * @throws NoAnswer if nobody can know
     */
    boolean charge(Command command, long orderNumber, BigDecimal total);

    /** The provider gave no usable answer in time. */
    final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String message) {
            super(message);
        }

        public NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
