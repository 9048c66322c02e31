package dev.cutover.bridge.adapter;

/** The old contract's return codes that the bridge knows by name. */
public final class ReturnCode {
    public static final int OK = 0;
    public static final int NO_CUSTOMER = 10;
    public static final int NO_ORDER = 11;
    public static final int INSUFFICIENT_CREDIT = 20;
    public static final int EMAIL_TAKEN = 21;
    public static final int ORDER_STATE = 22;
    public static final int PAYMENT_DECLINED = 23;
    public static final int MALFORMED = 30;
    public static final int FENCED = 40;

    /** From here on the outcome of a system is unknown. */
    public static final int INTERNAL = 50;

    public static final int DEPENDENCY = 51;

    // The bridge's own.
    public static final int CONNECTION_REFUSED = 52;
    public static final int NO_ANSWER = 53;
    public static final int OVERLOADED = 54;

    private ReturnCode() {}
}
