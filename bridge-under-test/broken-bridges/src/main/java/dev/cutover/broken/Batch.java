package dev.cutover.broken;

import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.stream.Message.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A batch of which some changes get a result of a defect's own; all others are applied as they should be, together. */
final class Batch {
    private final Applying correct;
    private final Connection connection;
    private final List<Change> waiting = new ArrayList<>();
    private final List<ApplyResult> results = new ArrayList<>();

    Batch(Applying correct, Connection connection) {
        this.correct = correct;
        this.connection = connection;
    }

    void add(Change change) {
        waiting.add(change);
    }

    void add(ApplyResult result) throws SQLException {
        applyWaiting();
        results.add(result);
    }

    /** What comes before a change in its household must be there before the defect meets the change. */
    void applyWaiting() throws SQLException {
        if (!waiting.isEmpty()) {
            results.addAll(correct.apply(connection, List.copyOf(waiting)));
            waiting.clear();
        }
    }

    /** One for each change, in order. */
    List<ApplyResult> results() throws SQLException {
        applyWaiting();
        return results;
    }
}
