package dev.cutover.scenarios.load;

import dev.cutover.environment.running.Await;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.JournalTail;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.recorder.LoadTask;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.load.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A load that the plan brings itself, as far as it can be seen from outside: by its journal. Safe for many threads. */
final class OwnInjection implements AutoCloseable {
    static final Duration FIRST = Duration.ofSeconds(50);
    static final Duration SILENCE = Duration.ofSeconds(30);
    static final Duration LOOK = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final InjectorSettings settings;
    private final LoadTask task;
    private final JournalControl control;
    private final JournalReader journal;
    private final JournalTail tail;
    private long seen;
    private long ended;
    private long beganNs;
    private long lastNewNs;
    private long stopSeenNs;

    private OwnInjection(InjectorSettings settings, LoadTask task, JournalControl control) throws IOException {
        this.settings = settings;
        this.task = task;
        this.control = control;
        this.journal = JournalReader.open(settings.journal());
        this.tail = JournalTail.open(settings.journal());
    }

    /** @param scratch where what the load is told in files is written */
    static OwnInjection of(InjectorSettings settings, Path scratch) throws IOException {
        JournalControl control = JournalControl.open(settings.journal());
        return new OwnInjection(settings, task(settings, scratch), control);
    }

    private static LoadTask task(InjectorSettings settings, Path scratch) throws IOException {
        return new LoadTask(
                settings.target(),
                settings.seed(),
                settings.load().operationsPerSecond(),
                settings.load().atMost().toSeconds(),
                Files.write(scratch.resolve("arrivals.txt"), arrivals(settings)),
                List.copyOf(settings.load().operations().keySet()),
                settings.load().operations().entrySet().stream()
                        .filter(operation -> operation.getValue().of().isPresent())
                        .map(Map.Entry::getKey)
                        .toList(),
                switch (settings.keys()) {
                    case KeySource.Numbers numbers -> numbers.from() + ".." + numbers.to();
                    case KeySource.Listed listed ->
                        listed.file().toAbsolutePath().toString();
                },
                settings.journal().toAbsolutePath(),
                OperationIds.FIRST_INJECTOR);
    }

    /** Operations in each second, from the same curve as sessions of other loads. */
    private static List<String> arrivals(InjectorSettings settings) {
        ArrivalPlan plan = ArrivalPlan.of(
                ArrivalCurve.of(settings.arrivals()),
                settings.load().operationsPerSecond(),
                (int) settings.load().atMost().toSeconds(),
                0,
                settings.seed());
        return IntStream.range(0, plan.seconds())
                .mapToObj(second -> Integer.toString(plan.inSecond(second)))
                .toList();
    }

    /** How it came out. */
    enum Course {
        TOLD_TO_STOP,
        NEVER_BEGAN,
        ENDED_BY_ITSELF,
        FELL_SILENT
    }

    LoadTask task() {
        return task;
    }

    /**
     * Sees the load through, and tells the harness when it begins.
     *
     * @param over whether it cannot go on
     */
    Course seeThrough(BooleanSupplier over) {
        if (!Await.until(FIRST, LOOK, () -> begun() || over.getAsBoolean())) {
            return Course.NEVER_BEGAN;
        }
        if (begun()) {
            System.out.println("ready");
        }
        boolean unused = Await.until(LONGEST, LOOK, () -> stopping() || over.getAsBoolean() || silent());
        if (stopping()) {
            return Course.TOLD_TO_STOP;
        }
        return over.getAsBoolean() ? Course.ENDED_BY_ITSELF : Course.FELL_SILENT;
    }

    /** True once nothing more may begin; when the load's time is over, too. */
    private synchronized boolean stopping() {
        if (begun() && System.nanoTime() - beganNs > settings.load().atMost().toNanos()) {
            control.stop(true);
        }
        boolean stop = control.stop();
        if (stop && stopSeenNs == 0) {
            stopSeenNs = System.nanoTime();
        }
        return stop;
    }

    /** Whether all that has begun has ended. */
    synchronized boolean atRest() {
        return progress().operations() == operations();
    }

    /** What is in flight when it is stopped has so long. */
    Duration grace() {
        return settings.load().longestOperation().plus(SLACK);
    }

    private synchronized boolean begun() {
        look();
        return beganNs != 0;
    }

    /** Whether nothing has begun for long. */
    private synchronized boolean silent() {
        return begun() && System.nanoTime() - lastNewNs > SILENCE.toNanos();
    }

    /** That have begun. */
    synchronized long operations() {
        look();
        return seen;
    }

    synchronized Progress progress() {
        look();
        ended += tail.poll().ended();
        long until = stopSeenNs == 0 ? System.nanoTime() : stopSeenNs;
        double seconds = beganNs == 0 ? 0 : Math.max(0, until - beganNs) / NANOS;
        // How many were to begin by now only the load itself knows; its rate is measured in the journal.
        return new Progress(
                beganNs != 0,
                seconds,
                seen,
                seen,
                settings.load().operationsPerSecond() * seconds,
                ended,
                ended,
                null,
                List.of());
    }

    private void look() {
        long now = journal.size();
        if (now > seen) {
            lastNewNs = System.nanoTime();
            beganNs = beganNs == 0 ? lastNewNs : beganNs;
            seen = now;
        }
    }

    @Override
    public void close() throws IOException {
        tail.close();
        journal.close();
    }
}
