package dev.cutover.judge;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The properties again, as slowly and plainly as can be, sharing no code with the checkers. For tiny worlds. */
final class BruteForce {
    private static final long LATEST = 11;
    private static final Set<String> FINAL = Set.of("old-final", "new-final");

    private final World world;
    private final List<Operation> operations;
    private final Function<Operation, ServedBy> side;

    /** Who did what is what the answers say. */
    BruteForce(World world) {
        this(world, world.operations, BruteForce::signed);
    }

    BruteForce(World world, List<Operation> operations, Function<Operation, ServedBy> side) {
        this.world = world;
        this.operations = operations;
        this.side = side;
    }

    private static ServedBy signed(Operation o) {
        boolean answered = o.outcome() == Outcome.OK || o.outcome() == Outcome.REFUSED;
        return answered ? ServedBy.of(o.servedBy()) : ServedBy.NOBODY;
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
        Dump dump = world.dump("old-rollback");
        return writes().stream()
                .filter(o -> o.outcome() == Outcome.OK && o.endedNs() < dump.invokedNs)
                .anyMatch(o -> !ids(dump).contains(o.id()));
    }

    boolean notConserved() {
        return world.dumps.values().stream().anyMatch(dump -> !dump.totals.equals(world.initialTotals))
                || InBetween.differs(world);
    }

    /** A system that owes it was never summed up in between at an instant that counts. */
    boolean notSummedUp() {
        return !InBetween.summedUp(world);
    }

    /** True if some key's ledger cannot be what happened: no choice of instants inside the intervals gives its order. */
    boolean outOfOrder() {
        return world.dumps.values().stream()
                .anyMatch(dump -> dump.ledger.stream().collect(Collectors.groupingBy(Dump.Entry::key)).values().stream()
                        .anyMatch(entries -> !possible(operations(entries), 0, -LATEST)));
    }

    private List<Operation> operations(List<Dump.Entry> entries) {
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

    /** True if an acknowledged answer shows less than one that was there before it was asked for; or a version its ledger row does not have. */
    boolean stale() {
        List<Operation> versioned = world.operations.stream()
                .filter(o -> o.outcome() == Outcome.OK && o.version() != 0)
                .toList();
        boolean late = versioned.stream()
                .anyMatch(b -> versioned.stream()
                        .filter(a -> a.key() == b.key() && a.endedNs() < b.invokedNs())
                        .anyMatch(
                                a -> b.kind() == World.READ ? b.version() < a.version() : b.version() <= a.version()));
        return late || FINAL.stream().anyMatch(name -> versioned.stream().anyMatch(o -> elsewhere(o, name)));
    }

    private boolean elsewhere(Operation write, String dump) {
        List<Long> versions = world.dump(dump).ledger.stream()
                .filter(entry -> entry.operation() == write.id())
                .map(Dump.Entry::version)
                .toList();
        return write.kind() != World.READ && !versions.isEmpty() && !versions.contains((long) write.version());
    }

    /** True if an operation was served by a side that the routing in force does not allow; for splits of none, all, or about half of a few keys. */
    boolean misrouted() {
        List<LogEntry> routing = routing();
        for (int i = 0; i < routing.size(); i++) {
            if (routing.get(i).event() instanceof RoutingEvent.Effective effective
                    && misrouted(routing, i, effective)) {
                return true;
            }
        }
        return false;
    }

    /** True if the side that a routing in force is about acknowledged no write meanwhile. */
    boolean idle() {
        List<LogEntry> routing = routing();
        return IntStream.range(0, routing.size())
                .anyMatch(at -> routing.get(at).event() instanceof RoutingEvent.Effective effective
                        && served(routing, at, about(effective)).stream()
                                .noneMatch(o -> o.outcome() == Outcome.OK && o.kind() != World.READ));
    }

    private static ServedBy about(RoutingEvent.Effective effective) {
        return switch (effective.mode()) {
            case OLD, DUAL -> ServedBy.OLD;
            case NEW -> ServedBy.NEW;
            case SPLIT -> effective.newShare() > 0 ? ServedBy.NEW : ServedBy.OLD;
        };
    }

    private List<LogEntry> routing() {
        return world.events.stream()
                .filter(entry -> entry.event() instanceof RoutingEvent)
                .sorted(Comparator.comparingLong(LogEntry::ns))
                .toList();
    }

    private boolean misrouted(List<LogEntry> routing, int at, RoutingEvent.Effective effective) {
        double share = effective.newShare();
        List<Operation> old = served(routing, at, ServedBy.OLD);
        List<Operation> onNew = served(routing, at, ServedBy.NEW);
        return switch (effective.mode()) {
            case OLD, DUAL -> !onNew.isEmpty();
            case NEW -> !old.isEmpty();
            case SPLIT ->
                (share == 0 && !onNew.isEmpty())
                        || (share == 1 && !old.isEmpty())
                        || shareAKey(old, onNew)
                        || (raised(routing, at, share) && shareAKey(old, served(routing, at - 2, ServedBy.NEW)));
        };
    }

    private static boolean raised(List<LogEntry> routing, int at, double share) {
        return at >= 2
                && routing.get(at - 1).event() instanceof RoutingEvent.Requested
                && routing.get(at - 2).event() instanceof RoutingEvent.Effective before
                && before.mode() == RoutingMode.SPLIT
                && before.newShare() < share;
    }

    private static boolean shareAKey(List<Operation> some, List<Operation> others) {
        return some.stream().anyMatch(a -> others.stream().anyMatch(b -> a.key() == b.key()));
    }

    /** What one side did that was asked for and came back while the routing was in force. */
    private List<Operation> served(List<LogEntry> routing, int at, ServedBy by) {
        boolean last = at + 1 == routing.size();
        if (!last && !(routing.get(at + 1).event() instanceof RoutingEvent.Requested)) {
            return List.of();
        }
        long until = last ? Long.MAX_VALUE : routing.get(at + 1).ns();
        return operations.stream()
                .filter(o -> side.apply(o) == by)
                .filter(o -> o.invokedNs() > routing.get(at).ns() && o.endedNs() < until)
                .toList();
    }

    private List<Operation> writes() {
        return world.operations.stream().filter(o -> o.kind() != World.READ).toList();
    }

    private @Nullable Operation find(long id) {
        return world.operations.stream().filter(o -> o.id() == id).findFirst().orElse(null);
    }

    private static List<Long> ids(Dump dump) {
        return dump.ledger.stream().map(Dump.Entry::operation).toList();
    }
}
