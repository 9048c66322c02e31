package dev.cutover.sync;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;

/** Everything between the two databases, in both directions. It starts when both databases are set up. */
final class Pipeline implements AutoCloseable {
    private final Settings settings;
    private final Parts parts;
    private final MeterRegistry registry;
    private final KafkaLink kafka;
    private final Producer<byte[], byte[]> producer;
    private final Bootstrap bootstrap;
    private final Both<Progress> progress;
    private final Lag lag;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final List<Capture> captures = new CopyOnWriteArrayList<>();

    Pipeline(Settings settings, Parts parts, MeterRegistry registry) {
        this.settings = settings;
        this.parts = parts;
        this.registry = registry;
        this.kafka = new KafkaLink(settings.kafka());
        this.producer = kafka.producer();
        this.bootstrap = new Bootstrap(settings.old(), settings.fresh());
        this.progress = Both.of(direction -> new Progress(registry, direction));
        this.lag = new Lag(settings::database, progress, kafka);
    }

    Bootstrap bootstrap() {
        return bootstrap;
    }

    Lag lag() {
        return lag;
    }

    Progress progress(Direction direction) {
        return progress.of(direction);
    }

    /** Why it cannot serve now; empty when it can. */
    String problem() {
        if (loops.isEmpty()) {
            return "the databases are not set up";
        }
        for (Direction direction : Direction.values()) {
            if (!lag.capturing(direction)) {
                return "changes of " + direction.source().text() + " are not being captured";
            }
        }
        return "";
    }

    /** Sets both databases up, then starts all parts. */
    void start() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> setups = new ArrayList<>();
            for (Side side : Side.values()) {
                setups.add(both.submit(() -> setUp(side)));
            }
            for (Future<?> setup : setups) {
                setup.get();
            }
        }
        kafka.allowLargeMessages();
        for (Direction direction : Direction.values()) {
            startCapture(direction);
        }
        loops.add(new Loop("lag", lag));
        for (Direction direction : Direction.values()) {
            startWorker(direction);
        }
        loops.add(new Loop("bootstrap", bootstrap));
        loops.add(new Loop("marker-requests", new MarkerRequests(settings::database, kafka)));
    }

    private Void setUp(Side side) throws SQLException {
        new Setup(settings.database(side)).run();
        return null;
    }

    private void startCapture(Direction direction) {
        Database source = settings.database(direction.source());
        Capture capture = new Capture(source, parts.echo(), new Publisher(producer, direction.topic()));
        captures.add(capture);
        var lives = registry.counter("sync.capture.starts", "direction", direction.text());
        loops.add(new Loop("capture-" + direction.source().text(), () -> {
            lives.increment();
            capture.run();
        }));
    }

    private void startWorker(Direction direction) {
        Worker worker = new Worker(
                direction,
                settings.database(direction.target()),
                parts.applying().apply(direction),
                new Inbox(direction, parts.pace(), kafka),
                progress.of(direction),
                producer);
        loops.add(new Loop(direction.origin(), () -> {
            if (direction == Direction.OLD_TO_NEW) {
                bootstrap.await();
            }
            worker.run();
        }));
    }

    @Override
    public void close() {
        loops.forEach(Loop::end);
        for (Capture capture : captures) {
            try {
                capture.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a capture could not be closed", e);
            }
        }
        loops.forEach(Loop::close);
        producer.close(java.time.Duration.ofMillis(200));
    }
}
