package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.journal.JournalTail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Once a second: what the load did, for the person who watches and for the timeline. */
final class Sampler implements AutoCloseable {

    private static final double NANOS_PER_MS = 1_000_000.0;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sampler").daemon().factory());
    private final JournalTail tail;
    private final LagProbe lag;
    private final Processors processors = new Processors();
    private final EventLog events;
    private final Progress progress;
    private volatile String phase = "";

    Sampler(JournalTail tail, LagProbe lag, EventLog events, Progress progress) {
        this.tail = tail;
        this.lag = lag;
        this.events = events;
        this.progress = progress;
        var unused = clock.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
    }

    void phase(String name) {
        phase = name;
    }

    private void sample() {
        try {
            JournalTail.Progress ended = tail.poll();
            LagProbe.Lag now = lag.read();
            Processors.Use use = processors.use();
            Histogram latency = ended.latencyNs();
            var sample = new Progress.Sample(
                    phase,
                    ended.ended(),
                    ended.refused(),
                    ended.unknown(),
                    latency.getValueAtPercentile(50) / NANOS_PER_MS,
                    latency.getValueAtPercentile(99) / NANOS_PER_MS,
                    now.oldToNew(),
                    now.newToOld(),
                    use.busy(),
                    use.stolen());
            events.record("sample", fields(sample));
            progress.sample(sample);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            progress.note("cannot sample the load: " + e); // the run goes on: samples are not judged
        }
    }

    private static Map<String, Object> fields(Progress.Sample sample) {
        Map<String, Object> lagMs = new LinkedHashMap<>();
        putKnown(lagMs, "old-to-new", sample.lagOldToNew() * 1_000);
        putKnown(lagMs, "new-to-old", sample.lagNewToOld() * 1_000);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("phase", sample.phase());
        fields.put("opsPerSecond", sample.operations());
        fields.put("errors", sample.refused());
        fields.put("unknown", sample.unknown());
        fields.put("p50Ms", sample.p50Ms());
        fields.put("p99Ms", sample.p99Ms());
        fields.put("lagMs", lagMs);
        putKnown(fields, "busy", sample.busy());
        putKnown(fields, "stolen", sample.stolen());
        return fields;
    }

    private static void putKnown(Map<String, Object> fields, String name, double value) {
        if (!Double.isNaN(value)) {
            fields.put(name, value);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                progress.note("the sampler did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
