package dev.cutover.newsystem.orders;

import org.jspecify.annotations.Nullable;

/** Why a command or query is not carried out; its transaction is rolled back. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final @Nullable Long householdVersion;

    private Problem(ProblemType type, String detail, @Nullable Long householdVersion) {
        super(detail, null, false, false); // part of everyday business: no stack trace
        this.type = type;
        this.householdVersion = householdVersion;
    }

    /** A problem with its detail; says what was expected and found. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null);
    }

    /** A request that cannot be understood. */
    public static Problem malformed(String detail) {
        return of(ProblemType.MALFORMED, detail);
    }

    Problem at(long version) {
        return new Problem(type, detail(), version);
    }

    /** What kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** What was wrong here. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The household's version this was found at; null if none was read. */
    public @Nullable Long householdVersion() {
        return householdVersion;
    }
}
