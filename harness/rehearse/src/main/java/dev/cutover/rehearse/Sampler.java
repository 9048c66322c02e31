package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.JournalTail;
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
            Sample.Lag now = lag.read();
            Processors.Use use = processors.use();
            Histogram latency = ended.latencyNs();
            boolean answered = latency.getTotalCount() > 0;
            var sample = new Sample(
                    phase,
                    ended.ended(),
                    ended.refused(),
                    ended.unknown(),
                    answered ? latency.getValueAtPercentile(50) / NANOS_PER_MS : null,
                    answered ? latency.getValueAtPercentile(99) / NANOS_PER_MS : null,
                    now,
                    use.busy(),
                    use.stolen());
            events.record(sample);
            progress.sample(sample);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            progress.note("cannot sample the load: " + e); // the run goes on: samples are not judged
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
