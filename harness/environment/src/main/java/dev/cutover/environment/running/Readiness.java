package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a component is ready, and says what was seen if it does not get so. */
public record Readiness(ComponentSpec spec, Supplier<Probe.Look> probe) {
    private static final int LINES = 15;

    /**
     * Returns when it is ready, or once that is of no use any more.
     *
     * @param began when it was started, by {@link System#nanoTime}
     * @throws EnvironmentException if it ended or is late, with the last lines of its log
     */
    public void await(StartedProcess started, long began, BooleanSupplier abandoned) {
        AtomicReference<Probe.Look> last = new AtomicReference<>(new Probe.Look(false, "nothing seen"));
        Await.until(spec.readyWithin(), () -> {
            last.set(started.alive() ? probe.get() : new Probe.Look(false, started.ending()));
            return last.get().ready() || !started.alive() || abandoned.getAsBoolean();
        });
        if (!last.get().ready()) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            throw new EnvironmentException("component '" + spec.name() + "' " + reason(started, last.get()) + " (after "
                    + took + " ms)\nlast lines of its log " + started.log() + ":\n  "
                    + String.join("\n  ", started.tail(LINES)));
        }
    }

    private String reason(StartedProcess started, Probe.Look last) {
        return started.alive()
                ? "was not ready within " + spec.readyWithin().toMillis() + " ms: " + last.seen()
                : started.ending() + " before it was ready";
    }
}
