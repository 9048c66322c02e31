package dev.cutover.sync.capture;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Publisher;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Reads one database's log and publishes its transactions; one call of {@link #run()} is one life of the engine. */
public final class Capture implements AutoCloseable {
    private final Database database;
    private final EchoPolicy echo;
    private final Publisher publisher;
    private final CrashPoints crash;
    private final AtomicReference<@Nullable DebeziumEngine<?>> engine = new AtomicReference<>();
    private @Nullable RecordChangeEvent<SourceRecord> complete;

    public Capture(Database database, EchoPolicy echo, Publisher publisher, CrashPoints crash) {
        this.database = database;
        this.echo = echo;
        this.publisher = publisher;
        this.crash = crash;
    }

    /** Ends with the engine, by an error. */
    public void run() throws Exception {
        freeSlot();
        AtomicReference<String> problem = new AtomicReference<>("the capture ended");
        publisher.settle();
        complete = null;
        TransactionGrouper grouper = new TransactionGrouper(database.schema());
        DebeziumEngine<?> running = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(CaptureSettings.of(database, echo.streamParameters()))
                .using((success, message, error) -> problem.set(message + " " + error))
                .notifying((events, committer) -> take(grouper, events, committer))
                .build();
        engine.set(running);
        running.run();
        engine.set(null);
        throw new IOException("capture of " + database.schema().text() + " ended: " + problem.get());
    }

    @Override
    public void close() throws IOException {
        DebeziumEngine<?> running = engine.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }

    private void take(
            TransactionGrouper grouper,
            List<RecordChangeEvent<SourceRecord>> events,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        for (RecordChangeEvent<SourceRecord> event : events) {
            Optional<CapturedTransaction> done = grouper.add(event.record());
            if (done.isPresent()) {
                publish(done.get());
            }
            complete = grouper.idle() ? event : complete;
        }
        if (complete != null && publisher.settled()) {
            crash.pass(Point.PUBLISHED);
            committer.markProcessed(complete);
            complete = null;
        }
        committer.markBatchFinished();
        crash.pass(Point.CONFIRMED);
    }

    private void publish(CapturedTransaction transaction) throws InterruptedException {
        for (Message message : echo.admit(transaction, transaction.messages())) {
            publisher.publish(message);
        }
    }

    /** After a kill or a cut the server may still believe in the old connection. */
    private void freeSlot() throws SQLException {
        try (Connection connection = database.connect("cutover_sync_capture")) {
            Database.query(
                    connection,
                    "select pg_terminate_backend(active_pid, 500) from pg_replication_slots"
                            + " where slot_name = ? and active_pid is not null",
                    database.slot());
        }
    }
}
