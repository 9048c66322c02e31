package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.stream.Message.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A sync with several defects, each for households of its own; those of no defect's share meet a correct sync. */
public final class SyncsTogether {
    private SyncsTogether() {}

    public static void main(String[] arguments) {
        Sync.run(parts -> variant(parts, Share.from(System.getenv())));
    }

    static Parts variant(Parts correct, List<Share> shares) {
        Parts all = correct;
        for (Share share : shares) {
            Parts counting = new Parts(
                    correct.echo(),
                    correct.applying(),
                    correct.pace(),
                    correct.arrival(),
                    correct.selection(),
                    correct.lag(),
                    share.meters(correct.meters()),
                    correct.crash());
            all = with(share, share.variant(Parts.class, counting), all);
        }
        return all;
    }

    private static Parts with(Share share, Parts broken, Parts others) {
        share.requireSame(broken.echo(), others.echo(), "what is published");
        share.requireSame(broken.pace(), others.pace(), "when records are applied");
        share.requireSame(broken.arrival(), others.arrival(), "what Kafka is told");
        share.requireSame(broken.selection(), others.selection(), "what the bootstrap copies");
        share.requireSame(broken.lag(), others.lag(), "what is told of the lag");
        Parts all = others;
        for (Direction direction : Direction.values()) {
            Applying defective = broken.applying().apply(direction);
            all = all.withApplying(direction, other -> new Shared(share, defective, other));
        }
        return all;
    }

    /** Each household's changes stay in their order; the order between households is nobody's. */
    private record Shared(Share share, Applying defective, Applying other) implements Applying {

        @Override
        public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
            List<ApplyResult> results = new ArrayList<>(Collections.nCopies(changes.size(), null));
            apply(true, connection, changes, results);
            apply(false, connection, changes, results);
            return results;
        }

        private void apply(boolean mine, Connection connection, List<Change> changes, List<ApplyResult> results)
                throws SQLException {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                if (share.has(changes.get(i).household()) == mine) {
                    places.add(i);
                }
            }
            if (places.isEmpty()) {
                return;
            }
            List<ApplyResult> some = (mine ? defective : other)
                    .apply(connection, places.stream().map(changes::get).toList());
            for (int i = 0; i < places.size(); i++) {
                results.set(places.get(i), some.get(i));
            }
        }
    }
}
