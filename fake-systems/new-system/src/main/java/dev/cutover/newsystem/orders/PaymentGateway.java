package dev.cutover.newsystem.orders;

import dev.cutover.kit.payments.PaymentClient;
import java.math.BigDecimal;

/** Takes the money for orders. */
public interface PaymentGateway {
    /** Accepts everything and calls nobody: for requests whose effects are suppressed. */
    PaymentGateway SUPPRESSED = (command, orderNumber, total) -> true;

    /**
     * Charges an order once; true if accepted, false if declined.
     *
     * @throws PaymentClient.PaymentUnknown if nobody can know
     */
    boolean charge(Command command, long orderNumber, BigDecimal total);

    /** Charges by way of the client. */
    static PaymentGateway of(PaymentClient client) {
        return (command, orderNumber, total) -> client.charge(new PaymentClient.Charge(
                command.operationId(),
                command.household(),
                orderNumber,
                total.movePointRight(2).longValueExact()));
    }
}
