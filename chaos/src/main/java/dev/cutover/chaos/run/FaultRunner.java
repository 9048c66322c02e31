package dev.cutover.chaos.run;

import dev.cutover.chaos.fault.Fault;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Injects and heals the planned faults of a phase at their times, on one thread of its own; a step that takes long delays the next.
 * A fault lasts from the moment it was injected.
 */
public final class FaultRunner implements FaultControl, AutoCloseable {

    private static final long HEAL_ALL_SECONDS = 60;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("faults").daemon().factory());
    private final List<PlannedFault> begun = new ArrayList<>();
    private final List<PlannedFault> schedule = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Function<FaultSpec, Fault> faults;
    private final EventLog events;
    private final FaultMask mask;

    /**
     * Runs faults.
     *
     * @param faults makes a planned one, or throws {@link IllegalArgumentException}
     * @param faultMask told which faults may be active, one bit each, before they are injected and after they are healed
     */
    public FaultRunner(Function<FaultSpec, Fault> faults, EventLog events, IntConsumer faultMask) {
        this.faults = faults;
        this.events = events;
        this.mask = new FaultMask(faultMask);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Makes all faults of the phase at once and injects none yet.
     *
     * @throws IllegalArgumentException for a fault that cannot be made; nothing is scheduled then
     */
    @Override
    public void start(String phase, List<FaultSpec> specs) {
        List<PlannedFault> planned = specs.stream()
                .map(spec -> new PlannedFault(spec, phase, faults.apply(spec), events, mask))
                .toList();
        schedule.addAll(planned);
        planned.forEach(fault -> later(() -> begin(fault), fault.spec().at()));
    }

    private void begin(PlannedFault fault) {
        begun.add(fault);
        if (fault.begin()) {
            later(fault::end, fault.left());
        }
    }

    private void later(Runnable step, Duration delay) {
        var unused = clock.schedule(step, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitDone() throws InterruptedException {
        var all = schedule.stream().map(PlannedFault::done).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault ended in a way it should not", e.getCause());
        }
    }

    /**
     * Drops what is still to come and heals what may be active, the latest first. Works in an interrupted thread, too.
     *
     * @throws IllegalStateException when it is not done within a minute
     */
    @Override
    public void healAll() {
        if (clock.isShutdown()) {
            return;
        }
        try {
            CompletableFuture.runAsync(this::healEverything, clock)
                    .orTimeout(HEAL_ALL_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "not all faults were healed within " + HEAL_ALL_SECONDS + " s; `cutover heal` tries again", e);
        }
    }

    private void healEverything() {
        schedule.forEach(PlannedFault::drop);
        begun.reversed().stream().filter(PlannedFault::mayBeActive).forEach(PlannedFault::end);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            healAll();
            clock.shutdownNow();
        }
    }
}
