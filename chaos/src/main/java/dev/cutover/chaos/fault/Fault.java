package dev.cutover.chaos.fault;

/**
 * A reversible disturbance of one link or component. Calls come from one thread, in this order: inject, verify (perhaps often), heal.
 * The caller records the intent before {@code inject}; {@code heal} may come without a complete {@code inject}, and may come twice.
 */
public interface Fault {

    void inject() throws Exception;

    /** Looks from outside whether the fault is active now. */
    Verification verify() throws Exception;

    /** Undoes the fault and returns when it is seen from outside to be gone. */
    void heal() throws Exception;

    /**
     * What was seen from outside.
     *
     * @param active whether the fault was seen to be active
     * @param evidence what was measured, for a person
     */
    record Verification(boolean active, String evidence) {}
}
