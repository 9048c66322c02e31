package dev.cutover.bridge.move;

/** A bucket did not move: why, in words for an operator. Its owner is the same as before. */
public class MoveAborted extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    public MoveAborted(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /**
     * The fence in force is higher than the one asked for: the bridge's state was lost, or another bridge is at work.
     */
    public static final class FenceAhead extends MoveAborted {
        private static final long serialVersionUID = 1;
        private final long inForce;

        public FenceAhead(long asked, long inForce) {
            super("the fence in force has epoch " + inForce + ", higher than the " + asked + " asked for");
            this.inForce = inForce;
        }

        public long inForce() {
            return inForce;
        }
    }
}
