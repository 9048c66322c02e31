package dev.cutover.judge;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties again, as slowly and plainly as can be, sharing no code with the checkers. For tiny worlds. */
final class BruteForce {
    private static final long LATEST = 11;
    private static final Set<String> FINAL = Set.of("old-final", "new-final");

    private final World world;

    BruteForce(World world) {
        this.world = world;
    }

    boolean lost() {
        return world.dumps.entrySet().stream()
                .filter(dump -> FINAL.contains(dump.getKey()))
                .anyMatch(dump -> writes().stream()
                        .filter(o -> o.outcome() == Outcome.OK)
                        .anyMatch(o -> !ids(dump.getValue()).contains(o.id())));
    }

    boolean duplicated() {
        return world.dumps.values().stream().anyMatch(dump -> {
            List<Long> known = ids(dump).stream().filter(id -> find(id) != null).toList();
            return new HashSet<>(known).size() < known.size();
        });
    }

    boolean phantom() {
        return world.dumps.values().stream()
                .flatMap(dump -> dump.ledger.stream())
                .filter(entry -> entry.operation() != 0)
                .anyMatch(entry -> writes().stream()
                        .filter(o -> o.id() == entry.operation() && o.key() == entry.key())
                        .noneMatch(o -> o.outcome() != Outcome.REFUSED));
    }

    boolean rollbackIncomplete() {
        World.Dump dump = world.dump("old-rollback");
        return writes().stream()
                .filter(o -> o.outcome() == Outcome.OK && o.endedNs() < dump.invokedNs)
                .anyMatch(o -> !ids(dump).contains(o.id()));
    }

    boolean notConserved() {
        return world.dumps.values().stream().anyMatch(dump -> !dump.totals.equals(world.initialTotals));
    }

    /** True if some key's ledger cannot be what happened: no choice of instants inside the intervals gives its order. */
    boolean outOfOrder() {
        return world.dumps.values().stream()
                .anyMatch(
                        dump -> dump.ledger.stream().collect(Collectors.groupingBy(World.Entry::key)).values().stream()
                                .anyMatch(entries -> !possible(operations(entries), 0, -LATEST)));
    }

    private List<Operation> operations(List<World.Entry> entries) {
        return entries.stream()
                .map(entry -> find(entry.operation()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Tries every instant for the first operation not placed yet, not before the one placed last. */
    private static boolean possible(List<Operation> order, int placed, long notBefore) {
        if (placed == order.size()) {
            return true;
        }
        Operation next = order.get(placed);
        boolean returned = next.outcome() == Outcome.OK || next.outcome() == Outcome.REFUSED;
        long until = returned ? next.endedNs() : LATEST;
        for (long at = Math.max(next.invokedNs(), notBefore); at <= until; at++) {
            if (possible(order, placed + 1, at)) {
                return true;
            }
        }
        return false;
    }

    private List<Operation> writes() {
        return world.operations.stream().filter(o -> o.kind() != World.READ).toList();
    }

    private @Nullable Operation find(long id) {
        return world.operations.stream().filter(o -> o.id() == id).findFirst().orElse(null);
    }

    private static List<Long> ids(World.Dump dump) {
        return dump.ledger.stream().map(World.Entry::operation).toList();
    }
}
