package dev.cutover.chaos.toxiproxy;

import org.jspecify.annotations.Nullable;

/** A Toxiproxy call that was refused; the message says which call, on which proxy, and what Toxiproxy answered. */
public class ToxiproxyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ToxiproxyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The control plane did not answer in time, or is gone: only a new process helps. What the call did is unknown. */
    public static final class ControlLost extends ToxiproxyException {

        private static final long serialVersionUID = 1L;

        public ControlLost(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
