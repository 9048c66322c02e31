package dev.cutover.record.event;

import org.jspecify.annotations.Nullable;

/** The life of one planned fault, each step on disk before the next. */
public sealed interface FaultEvent extends Event {

    /** Unique in the run, such as {@code dual-1}. */
    String id();

    /** Its name in the catalogue. */
    String fault();

    /** A link or a component. */
    String target();

    String phase();

    @Line(
            kind = "fault",
            state = "intent",
            says = "before it is injected; `maskBit`: its bit in the journal's fault mask; "
                    + "`undo`: what `heal` needs after a crash")
    record Intended(
            String id,
            String fault,
            String target,
            String phase,
            int maskBit,
            @Nullable Undo undo) implements FaultEvent {}

    @Line(kind = "fault", state = "injected", says = "the injection returned")
    record Injected(String id, String fault, String target, String phase) implements FaultEvent {}

    @Line(kind = "fault", state = "verified", says = "seen from outside to be active; `evidence`: what was measured")
    record Verified(String id, String fault, String target, String phase, String evidence) implements FaultEvent {}

    @Line(kind = "fault", state = "not-verified", says = "not seen to be active, or the injection failed")
    record NotVerified(String id, String fault, String target, String phase, String evidence) implements FaultEvent {}

    @Line(kind = "fault", state = "healed", says = "seen from outside to be gone; `evidence`: how, if `heal` did it")
    record Healed(
            String id,
            String fault,
            String target,
            String phase,
            @Nullable String evidence) implements FaultEvent {}

    @Line(kind = "fault", state = "heal-failed", says = "may still be active; tried again at the end, and by `heal`")
    record HealFailed(String id, String fault, String target, String phase, String evidence) implements FaultEvent {}

    /**
     * What it takes to undo a fault from another process.
     *
     * @param pid of the component, or of the link's proxy
     * @param startTicks with the pid it names a process for ever; 0 if not known
     * @param proxy the link's proxy; null for a fault of a component
     */
    record Undo(long pid, long startTicks, @Nullable Proxy proxy) {}

    /**
     * A link's proxy.
     *
     * @param admin address of its API
     */
    record Proxy(String name, String admin) {}
}
