package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.JournalTail;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a second: what the load did, for the person who watches and for the timeline. */
final class Sampler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final double NANOS_PER_MS = 1_000_000.0;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sampler").daemon().factory());
    private final JournalTail tail;
    private final LagProbe lag;
    private final ActivationProbe activation;
    private final Processors processors;
    private final EventLog events;
    private volatile String phase = "";

    Sampler(JournalTail tail, LagProbe lag, ActivationProbe activation, Processors processors, EventLog events) {
        this.tail = tail;
        this.lag = lag;
        this.activation = activation;
        this.processors = processors;
        this.events = events;
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
            events.record(new Sample(
                    phase,
                    ended.ended(),
                    ended.refused(),
                    ended.unknown(),
                    answered ? latency.getValueAtPercentile(50) / NANOS_PER_MS : null,
                    answered ? latency.getValueAtPercentile(99) / NANOS_PER_MS : null,
                    now,
                    use.busy(),
                    use.stolen()));
            activation.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("cannot sample the load: {}", e.toString()); // the run goes on: samples are not judged
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("the sampler did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
