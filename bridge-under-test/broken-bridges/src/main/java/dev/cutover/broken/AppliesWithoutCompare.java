package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sync whose forward direction applies again what new has already, however new its household is there. */
public final class AppliesWithoutCompare implements Applying {
    private static final String FORGET = "update household set version = first.version - 1"
            + " from unnest(?::bigint[], ?::bigint[]) first (household, version)"
            + " where household.id = first.household and household.version >= first.version";

    private final Applying correct;
    private final Counter activated;

    private AppliesWithoutCompare(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(AppliesWithoutCompare::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(Direction.OLD_TO_NEW, correct -> new AppliesWithoutCompare(correct, activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        Map<Long, Long> first = new LinkedHashMap<>();
        changes.forEach(change -> first.merge(change.household(), change.version(), Math::min));
        // What is there has the version before the first of them, whatever it had: so they all fit.
        activated.increment(Sql.update(connection, FORGET, List.copyOf(first.keySet()), List.copyOf(first.values())));
        return correct.apply(connection, changes);
    }
}
