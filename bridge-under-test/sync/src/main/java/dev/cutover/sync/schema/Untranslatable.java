package dev.cutover.sync.schema;

/** A row that has no counterpart in the other schema; its change becomes a dead letter. */
public final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Untranslatable(String message) {
        super(message);
    }
}
