package dev.cutover.chaos.run;

import dev.cutover.chaos.fault.Fault;
import dev.cutover.chaos.fault.Fault.Verification;
import dev.cutover.chaos.fault.Recoverable;
import dev.cutover.environment.running.Await;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One planned fault on its way from intent to healing, each step on disk before the next. For one thread. */
final class PlannedFault {

    private static final Duration VERIFY_LIMIT = Duration.ofMillis(1_500);

    private final FaultSpec spec;
    private final String phase;
    private final Fault fault;
    private final EventLog events;
    private final FaultMask mask;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private long injectedNs = System.nanoTime();
    private State state = State.PLANNED;
    private Verification seen = new Verification(false, "not looked at");

    PlannedFault(FaultSpec spec, String phase, Fault fault, EventLog events, FaultMask mask) {
        this.spec = spec;
        this.phase = phase;
        this.fault = fault;
        this.events = events;
        this.mask = mask;
    }

    FaultSpec spec() {
        return spec;
    }

    /** Completed when nothing more will happen, with whether it is healed. */
    CompletableFuture<Boolean> done() {
        return done;
    }

    /** How much longer it lasts, from its injection. */
    Duration left() {
        return spec.lasts().minusNanos(System.nanoTime() - injectedNs);
    }

    boolean mayBeActive() {
        return state == State.BEGUN;
    }

    /** Records the intent, injects, and looks from outside until the fault is seen to be active. False if it was dropped before. */
    boolean begin() {
        if (state != State.PLANNED) {
            return false;
        }
        state = State.BEGUN;
        injectedNs = System.nanoTime();
        int bit = mask.set(spec.id());
        FaultEvent.Undo undo = fault instanceof Recoverable recoverable ? recoverable.undo() : null;
        events.record(new FaultEvent.Intended(spec.id(), spec.name(), spec.target(), phase, bit, undo));
        try {
            fault.inject();
            injectedNs = System.nanoTime();
            events.record(new FaultEvent.Injected(spec.id(), spec.name(), spec.target(), phase));
        } catch (Exception e) {
            interruptedToo(e);
            events.record(notVerified("the injection failed: " + e));
            return true;
        }
        boolean verified = Await.until(VERIFY_LIMIT, () -> verify().active());
        events.record(
                verified
                        ? new FaultEvent.Verified(spec.id(), spec.name(), spec.target(), phase, seen.evidence())
                        : notVerified(seen.evidence()));
        return true;
    }

    private Verification verify() {
        try {
            seen = fault.verify();
        } catch (Exception e) {
            interruptedToo(e);
            seen = new Verification(false, "could not look: " + e);
        }
        return seen;
    }

    /** Heals it if it may be active; what fails may be tried again. */
    void end() {
        if (state != State.BEGUN) {
            return;
        }
        try {
            fault.heal();
            state = State.OVER;
            events.record(new FaultEvent.Healed(spec.id(), spec.name(), spec.target(), phase, null));
            mask.clear(spec.id());
        } catch (Exception e) {
            interruptedToo(e);
            events.record(new FaultEvent.HealFailed(spec.id(), spec.name(), spec.target(), phase, e.toString()));
        }
        done.complete(state == State.OVER);
    }

    /** It will never begin. */
    void drop() {
        if (state == State.PLANNED) {
            state = State.OVER;
            done.complete(true);
        }
    }

    private static void interruptedToo(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private FaultEvent notVerified(String evidence) {
        return new FaultEvent.NotVerified(spec.id(), spec.name(), spec.target(), phase, evidence);
    }

    private enum State {
        PLANNED,
        BEGUN,
        OVER
    }
}
