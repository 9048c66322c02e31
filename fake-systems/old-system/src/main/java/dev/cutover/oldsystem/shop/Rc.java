package dev.cutover.oldsystem.shop;

/**
 * A return code of the old contract; all but {@link #INTERNAL} and {@link #DEPENDENCY} promise that nothing happened if
 * they are not {@link #OK}.
 */
public enum Rc {
    OK(0, "OK"),
    NO_CUSTOMER(10, "NO SUCH CUSTOMER"),
    NO_ORDER(11, "NO SUCH ORDER"),
    CREDIT(20, "INSUFFICIENT CREDIT"),
    EMAIL_TAKEN(21, "E-MAIL TAKEN"),
    ORDER_STATUS(22, "WRONG ORDER STATUS"),
    DECLINED(23, "PAYMENT DECLINED"),
    MALFORMED(30, "MALFORMED"),
    FENCED(40, "FENCED"),
    INTERNAL(50, "INTERNAL ERROR"),
    DEPENDENCY(51, "DEPENDENCY DID NOT ANSWER");

    private final int number;
    private final String text;

    Rc(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The number on the wire, 0 … 51. */
    public int number() {
        return number;
    }

    /** The short text in capitals that old clients show. */
    public String text() {
        return text;
    }
}
