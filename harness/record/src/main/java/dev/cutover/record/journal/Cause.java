package dev.cutover.record.journal;

/** The cause codes of the journal: why an operation's outcome is what it is. */
public final class Cause {
    /** Acknowledged. */
    public static final short NONE = 0;
    /** No answer in time. */
    public static final short TIMEOUT = 1;
    /** Connection reset, or closed before an answer. */
    public static final short CONNECTION_LOST = 2;
    /** Nobody listened. */
    public static final short CONNECT_FAILED = 3;
    /** An answer in which what the plan looks for is not there. */
    public static final short UNREADABLE = 4;
    /** The injector itself could not send: too many open files, no local address. */
    public static final short INJECTOR = 5;
    /** A load that the plan brings itself did not say why. */
    public static final short UNSAID = 6;

    private static final int STATUS = 1_000;
    private static final int RETURN_CODE = 10_000;

    private Cause() {}

    /** An HTTP status that decided: 100 … 999. */
    public static short status(int status) {
        return (short) (STATUS + status);
    }

    /** A number that a plan looks for in answers, such as a return code: 1 … 9,999. */
    public static short returnCode(int code) {
        return (short) (RETURN_CODE + Math.min(Math.max(code, 0), 9_999));
    }

    /** For a person, such as {@code timeout} or {@code http-504} or {@code rc-22}. */
    public static String describe(short cause) {
        return switch (cause) {
            case NONE -> "none";
            case TIMEOUT -> "timeout";
            case CONNECTION_LOST -> "connection-lost";
            case CONNECT_FAILED -> "connect-failed";
            case UNREADABLE -> "unreadable-answer";
            case INJECTOR -> "injector";
            case UNSAID -> "unsaid";
            default -> coded(cause);
        };
    }

    private static String coded(short cause) {
        if (cause >= RETURN_CODE) {
            return "rc-" + (cause - RETURN_CODE);
        }
        return cause >= STATUS ? "http-" + (cause - STATUS) : "cause-" + cause;
    }
}
