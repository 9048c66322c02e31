package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A sync that makes one change in two hundred a dead letter, and so every later one of its household. */
public final class DeadLettersQuietly implements Applying {
    private static final int ONE_OF = 200;

    private final Applying correct;
    private final Counter activated;

    private DeadLettersQuietly(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(DeadLettersQuietly::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(
                direction -> new DeadLettersQuietly(parts.applying().apply(direction), activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        Batch batch = new Batch(correct, connection);
        for (Change change : changes) {
            if (Pick.oneOf(ONE_OF, change.operation())) {
                batch.add(new ApplyResult.Dead("operation " + change.operation() + " was given up"));
                activated.increment();
            } else {
                batch.add(change);
            }
        }
        return batch.results();
    }
}
