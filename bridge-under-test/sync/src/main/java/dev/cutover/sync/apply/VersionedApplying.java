package dev.cutover.sync.apply;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Untranslatable;
import dev.cutover.sync.stream.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies a change only onto the version before it; what was applied already is skipped, anything else is dead. */
public final class VersionedApplying implements Applying {
    private final Direction direction;
    private final TargetRows rows;

    public VersionedApplying(Direction direction) {
        this.direction = direction;
        this.rows = new TargetRows(direction);
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Message.Change> changes) throws SQLException {
        TargetVersions versions = TargetVersions.lock(connection, direction, changes);
        Script script = new Script();
        List<ApplyResult> results = new ArrayList<>();
        for (Message.Change change : changes) {
            ApplyResult result = versions.decide(change);
            if (result instanceof ApplyResult.Applied) {
                result = write(script, change);
            }
            versions.remember(change, result);
            results.add(result);
        }
        // In one round trip: one for each change could not keep up over a slow link.
        script.run(connection);
        return results;
    }

    private ApplyResult write(Script all, Message.Change change) {
        try {
            all.addAll(rows.script(change));
        } catch (Untranslatable e) {
            return new ApplyResult.Dead(String.valueOf(e.getMessage()));
        }
        return new ApplyResult.Applied();
    }
}
