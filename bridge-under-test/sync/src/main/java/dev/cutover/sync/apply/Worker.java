package dev.cutover.sync.apply;

import dev.cutover.crash.CrashPoints;
import dev.cutover.sync.crash.Point;
import dev.cutover.sync.lag.Progress;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Inbox;
import dev.cutover.sync.stream.Notices;
import dev.cutover.sync.stream.Received;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Applies one direction; offsets are committed after the target's commit and after the notices. */
public final class Worker {
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final TargetTransactions target;
    private final Progress progress;
    private final Notices notices;
    private final CrashPoints crash;

    public Worker(Inbox inbox, TargetTransactions target, Progress progress, Notices notices, CrashPoints crash) {
        this.inbox = inbox;
        this.target = target;
        this.progress = progress;
        this.notices = notices;
        this.crash = crash;
    }

    /** Works over one connection to the target until something fails. */
    public void run() throws Exception {
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            begin();
            long checked = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                List<Received> due = inbox.due();
                if (!due.isEmpty()) {
                    crash.pass(Point.POLLED);
                    work(connection, due);
                } else if (System.nanoTime() - checked > CHECK.toNanos()) {
                    Database.query(connection, "select 1");
                    connection.commit();
                    checked = System.nanoTime();
                }
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            inbox.leave();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin() {
        for (int partition = 0; partition < Direction.PARTITIONS; partition++) {
            if (progress.position(partition) == Progress.UNKNOWN) {
                progress.reached(partition, inbox.position(partition));
            }
        }
    }

    private void work(Connection connection, List<Received> messages) throws Exception {
        try {
            finish(target.apply(connection, messages), messages);
        } catch (SQLException e) {
            if (!refusal(e)) {
                throw e;
            }
            oneByOne(connection, messages);
        }
    }

    /** Finds the one that the target refuses, so that the others do not suffer. */
    private void oneByOne(Connection connection, List<Received> messages) throws Exception {
        for (Received message : messages) {
            TargetTransactions.Committed committed;
            try {
                committed = target.apply(connection, List.of(message));
            } catch (SQLException e) {
                if (!refusal(e)) {
                    throw e;
                }
                committed = target.refuse(connection, message, String.valueOf(e.getMessage()));
            }
            finish(committed, List.of(message));
        }
    }

    private void finish(TargetTransactions.Committed committed, List<Received> messages) throws InterruptedException {
        crash.pass(Point.COMMITTED);
        if (!committed.notices().isEmpty()) {
            crash.pass(Point.MARKER_COMMITTED);
        }
        committed.counted().forEach(this::count);
        notices.send(committed.notices());
        inbox.done(messages);
        messages.forEach(message -> progress.reached(message.partition(), message.offset() + 1));
    }

    private void count(TargetTransactions.Counted counted) {
        switch (counted.result()) {
            case ApplyResult.Applied applied -> progress.countApplied(counted.committedAt());
            case ApplyResult.Skipped skipped -> progress.countSkipped(counted.committedAt());
            case ApplyResult.Dead dead -> progress.countDeadLetter(counted.committedAt());
        }
    }

    /** Values or constraints (SQLSTATE classes 21, 22, 23, 42) are refused every time; anything else passes. */
    private static boolean refusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.matches("(21|22|23|42).*");
    }
}
