package dev.cutover.sync;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.apply.TargetTransactions;
import dev.cutover.sync.apply.Worker;
import dev.cutover.sync.bootstrap.Bootstrap;
import dev.cutover.sync.capture.Capture;
import dev.cutover.sync.capture.MarkerRequests;
import dev.cutover.sync.lag.Behind;
import dev.cutover.sync.lag.Lag;
import dev.cutover.sync.lag.Progress;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.stream.Inbox;
import dev.cutover.sync.stream.KafkaClients;
import dev.cutover.sync.stream.Notices;
import dev.cutover.sync.stream.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
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
    private final KafkaClients kafka;
    private final Producer<byte[], byte[]> producer;
    private final Bootstrap bootstrap;
    private final Lag lag;
    private final List<RepeatingThread> threads = new CopyOnWriteArrayList<>();
    private final List<Capture> captures = new CopyOnWriteArrayList<>();

    Pipeline(Settings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.kafka = new KafkaClients(settings.kafka());
        this.producer = kafka.producer();
        this.bootstrap = new Bootstrap(settings.old(), settings.fresh(), parts.selection(), parts.crash());
        this.lag = new Lag(settings::database, kafka, parts.meters());
    }

    Bootstrap bootstrap() {
        return bootstrap;
    }

    CrashPoints crash() {
        return parts.crash();
    }

    Progress progress(Direction direction) {
        return lag.progress(direction);
    }

    Behind behind(Direction direction) {
        return parts.lag().apply(lag.behind(direction));
    }

    /** Why it cannot serve now; empty when it can. */
    String problem() {
        if (threads.isEmpty()) {
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
            for (Schema schema : Schema.values()) {
                setups.add(both.submit(() -> setUp(schema)));
            }
            for (Future<?> setup : setups) {
                setup.get();
            }
        }
        kafka.allowLargeMessages();
        for (Direction direction : Direction.values()) {
            startCapture(direction);
        }
        threads.add(new RepeatingThread("lag", lag::run));
        for (Direction direction : Direction.values()) {
            startWorker(direction);
        }
        threads.add(new RepeatingThread("bootstrap", bootstrap::run));
        threads.add(new RepeatingThread(
                "marker-requests", new MarkerRequests(settings::database, kafka, parts.crash())::run));
    }

    private Void setUp(Schema schema) throws SQLException {
        new Setup(settings.database(schema)).run();
        return null;
    }

    private void startCapture(Direction direction) {
        Database source = settings.database(direction.source());
        Capture capture = new Capture(source, parts.echo(), new Publisher(producer, direction.topic()), parts.crash());
        captures.add(capture);
        var lives = parts.meters().counter("sync.capture.starts", "direction", direction.text());
        threads.add(new RepeatingThread("capture-" + direction.source().text(), () -> {
            lives.increment();
            capture.run();
        }));
    }

    private void startWorker(Direction direction) {
        Worker worker = new Worker(
                new Inbox(direction, parts.pace(), parts.arrival().apply(direction), kafka, parts.crash()),
                new TargetTransactions(
                        direction,
                        settings.database(direction.target()),
                        parts.applying().apply(direction),
                        parts.crash()),
                lag.progress(direction),
                new Notices(producer),
                parts.crash());
        threads.add(new RepeatingThread(direction.origin(), () -> {
            if (direction == Direction.OLD_TO_NEW) {
                bootstrap.await();
            }
            worker.run();
        }));
    }

    @Override
    public void close() {
        threads.forEach(RepeatingThread::end);
        for (Capture capture : captures) {
            try {
                capture.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a capture could not be closed", e);
            }
        }
        threads.forEach(RepeatingThread::close);
        producer.close(Duration.ofMillis(200));
    }
}
