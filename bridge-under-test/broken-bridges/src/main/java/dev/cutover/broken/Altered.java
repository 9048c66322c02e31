package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Hands other changes on than have come, to an applying that is correct. */
final class Altered implements Applying {
    private final Applying correct;
    private final UnaryOperator<Change> defect;
    private final Counter activated;

    private Altered(Applying correct, UnaryOperator<Change> defect, Counter activated) {
        this.correct = correct;
        this.defect = defect;
        this.activated = activated;
    }

    static Parts variant(Parts parts, Direction only, UnaryOperator<Change> defect) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(only, correct -> new Altered(correct, defect, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        return correct.apply(connection, changes.stream().map(this::altered).toList());
    }

    private Change altered(Change change) {
        Change altered = defect.apply(change);
        if (!altered.equals(change)) {
            activated.increment();
        }
        return altered;
    }
}
