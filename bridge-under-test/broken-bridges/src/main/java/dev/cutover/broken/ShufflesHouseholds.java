package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.Applying;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Correct but odd: in a batch the households come in the opposite order, each with its changes in their order. */
public final class ShufflesHouseholds implements Applying {
    private final Applying correct;
    private final Counter activated;

    private ShufflesHouseholds(Applying correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(ShufflesHouseholds::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withApplying(
                direction -> new ShufflesHouseholds(parts.applying().apply(direction), activated));
    }

    @Override
    public List<ApplyResult> apply(Connection connection, List<Change> changes) throws SQLException {
        List<Integer> places = shuffled(changes);
        List<ApplyResult> results =
                correct.apply(connection, places.stream().map(changes::get).toList());
        TreeMap<Integer, ApplyResult> asAsked = new TreeMap<>();
        for (int i = 0; i < results.size(); i++) {
            asAsked.put(places.get(i), results.get(i));
        }
        return List.copyOf(asAsked.values());
    }

    private List<Integer> shuffled(List<Change> changes) {
        SequencedMap<Long, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            places.computeIfAbsent(changes.get(i).household(), household -> new ArrayList<>())
                    .add(i);
        }
        if (places.size() > 1) {
            activated.increment();
        }
        return places.reversed().values().stream().flatMap(List::stream).toList();
    }
}
