package dev.cutover.bridge.traffic;

/** Why a call brought no answer; only {@link NoAnswer} may have had an effect. */
public abstract sealed class LinkFault extends Exception {
    private static final long serialVersionUID = 1;

    private LinkFault(String message) {
        super(message, null, false, false);
    }

    /** Nothing was sent: no connection. */
    public static final class NotConnected extends LinkFault {
        private static final long serialVersionUID = 1;

        NotConnected(Throwable cause) {
            super("no connection: " + cause.getMessage());
        }
    }

    /** Nothing was sent: every connection was busy until the time was up. */
    public static final class Busy extends LinkFault {
        private static final long serialVersionUID = 1;

        Busy(String message) {
            super(message);
        }
    }

    /** The request was sent, in whole or in part, and no answer came: time-out or broken connection. */
    public static final class NoAnswer extends LinkFault {
        private static final long serialVersionUID = 1;
        private final boolean timeout;

        NoAnswer(String message, boolean timeout) {
            super(message);
            this.timeout = timeout;
        }

        public boolean isTimeout() {
            return timeout;
        }
    }
}
