package dev.cutover.bridge.adapter;

/** A request of the old contract that cannot be said in the new one: a field is missing or of the wrong type. */
public final class MalformedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    public MalformedRequest(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
