package dev.cutover.bridge.adapter;

/** An answer of the new system that its contract does not allow; what it did is unknown. */
public final class UnreadableAnswer extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableAnswer(String message) {
        super(message, null, false, false);
    }
}
