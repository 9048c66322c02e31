package dev.cutover.newsystem.orders;

/** The problems of the API; all but {@link #INTERNAL} and {@link #DEPENDENCY} promise that nothing happened. */
public enum ProblemType {
    CUSTOMER_NOT_FOUND(404, "customer-not-found", "Customer not found"),
    ORDER_NOT_FOUND(404, "order-not-found", "Order not found"),
    INSUFFICIENT_CREDIT(422, "insufficient-credit", "Insufficient credit"),
    EMAIL_TAKEN(409, "email-taken", "E-mail taken"),
    ORDER_STATE(409, "order-state", "Order is in another state"),
    PAYMENT_DECLINED(402, "payment-declined", "Payment declined"),
    MALFORMED(400, "malformed", "Malformed request"),
    FENCED(423, "fenced", "Fenced"),
    INTERNAL(500, "internal", "Internal error"),
    DEPENDENCY(503, "dependency", "A dependency did not answer");

    private final int status;
    private final String code;
    private final String title;

    ProblemType(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The end of the type's URN, in lower case with hyphens. */
    public String code() {
        return code;
    }

    /** The title for people. */
    public String title() {
        return title;
    }
}
