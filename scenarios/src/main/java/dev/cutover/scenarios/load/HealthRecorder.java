package dev.cutover.scenarios.load;

import com.sun.management.OperatingSystemMXBean;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the injector's own health every second, and a last time at the end. */
final class HealthRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRecorder.class);
    private static final double NANOS = 1e9;

    private final Path file;
    private final Supplier<Progress> load;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("health").daemon().factory());
    private final long startNs = System.nanoTime();

    HealthRecorder(Path file, Supplier<Progress> load) {
        this.file = file;
        this.load = load;
    }

    void start() {
        var unused = clock.scheduleAtFixedRate(this::write, 0, 1, TimeUnit.SECONDS);
    }

    private void write() {
        Progress now = load.get();
        write(now.running() ? "running" : "warming-up", now);
    }

    private void write(String state, Progress now) {
        try {
            HealthFile.write(file, health(state, now));
        } catch (IOException e) {
            LOG.error("cannot write the injector's health", e);
        }
    }

    private InjectorHealth health(String state, Progress now) {
        double processSeconds = (System.nanoTime() - startNs) / NANOS;
        double cpuSeconds = machine.getProcessCpuTime() / NANOS;
        return new InjectorHealth(
                state,
                now.seconds(),
                now.planned(),
                now.started(),
                perSecond(now.operationsPlanned(), now.seconds()),
                perSecond((double) now.operations(), now.seconds()),
                now.operations(),
                now.attempts(),
                now.lag(),
                now.windows(),
                SendFailures.injectorErrors(),
                perSecond(cpuSeconds, processSeconds) / machine.getAvailableProcessors(),
                perSecond(gcSeconds(), processSeconds),
                cpuSeconds);
    }

    private static double perSecond(double count, double seconds) {
        return seconds > 0 ? count / seconds : 0;
    }

    private static double gcSeconds() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                / 1_000.0;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("the last write of the health file is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write("ended", load.get());
    }
}
