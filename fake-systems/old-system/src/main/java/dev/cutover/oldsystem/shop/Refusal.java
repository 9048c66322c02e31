package dev.cutover.oldsystem.shop;

import org.jspecify.annotations.Nullable;

/** A request that is refused: the transaction is rolled back and nothing happened. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rc rc;
    private final @Nullable Long ver;

    private Refusal(Rc rc, String detail, @Nullable Long ver) {
        super(detail, null, false, false); // an everyday answer: no stack trace
        this.rc = rc;
        this.ver = ver;
    }

    /** A refusal with its reason; says what was expected and found. */
    public static Refusal because(Rc rc, String detail) {
        return new Refusal(rc, detail, null);
    }

    /** A request that cannot be read. */
    public static Refusal malformed(String detail) {
        return because(Rc.MALFORMED, detail);
    }

    Refusal at(long version) {
        return new Refusal(rc, detail(), version);
    }

    /** The return code. */
    public Rc rc() {
        return rc;
    }

    /** The household's version the refusal was decided at; null if none was read. */
    public @Nullable Long ver() {
        return ver;
    }

    /** What was wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
