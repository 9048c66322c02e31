package dev.cutover.judge;

import dev.cutover.record.dump.Ledger.Column;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What systems hold, and what the outside saw, again, as plainly as can be, sharing no code with the checkers. */
final class HeldBruteForce {
    private final World world;
    private final Dump old;
    private final Dump onNew;

    HeldBruteForce(World world) {
        this.world = world;
        this.old = world.dump("old-final");
        this.onNew = world.dump("new-final");
    }

    /** True if both systems accepted an operation, or the wrong one did. */
    boolean acceptedWrongly() {
        return world.operations.stream().anyMatch(o -> accepted(old, o) && accepted(onNew, o))
                || new BruteForce(
                                world,
                                world.operations.stream().map(this::narrowed).toList(),
                                this::acceptedBy)
                        .misrouted();
    }

    /** True if who accepted what shows nothing of some routing. */
    boolean authorityIdle() {
        boolean everInForce = world.events.stream().anyMatch(entry -> entry.event() instanceof RoutingEvent.Effective);
        return !everInForce || byAcceptance().idle();
    }

    /** True if both final states say of their rows whether they were accepted there. */
    boolean tellsAuthority() {
        return Stream.of(old, onNew).allMatch(dump -> dump.known.contains(Column.ACCEPTED));
    }

    private BruteForce byAcceptance() {
        return new BruteForce(world, world.operations, this::acceptedBy);
    }

    /** An operation that nobody knows of, as if it had been asked for and answered when it was certainly done; any other as it is. */
    private Operation narrowed(Operation o) {
        Dump dump = accepted(old, o) ? old : onNew;
        if (o.outcome() == Outcome.OK || o.outcome() == Outcome.REFUSED || !accepted(dump, o) || !inOrder(dump)) {
            return o;
        }
        long from = o.invokedNs();
        long until = Long.MAX_VALUE - 1;
        for (Operation other : world.operations) {
            int where = stands(dump, other, o);
            from = where < 0 ? Math.max(from, other.invokedNs()) : from;
            boolean returned = other.outcome() == Outcome.OK || other.outcome() == Outcome.REFUSED;
            until = where > 0 && returned ? Math.min(until, other.endedNs()) : until;
        }
        return from > until ? o : Operation.of(o.id(), o.kind(), o.key(), Outcome.OK, from, until);
    }

    private static boolean inOrder(Dump dump) {
        return dump.known.contains(Column.KEY)
                && (dump.known.contains(Column.POSITION) || dump.known.contains(Column.VERSION));
    }

    /** Less than 0 if one of the same key stands before another, more if it stands behind. */
    private static int stands(Dump dump, Operation one, Operation other) {
        Dump.Entry row = row(dump, one);
        Dump.Entry from = row(dump, other);
        if (row == null || from == null || row.key() != from.key()) {
            return 0;
        }
        return dump.known.contains(Column.POSITION)
                ? Integer.compare(dump.ledger.indexOf(row), dump.ledger.indexOf(from))
                : Long.compare(row.version(), from.version());
    }

    private static Dump.@Nullable Entry row(Dump dump, Operation o) {
        return dump.ledger.stream()
                .filter(row -> row.operation() == o.id())
                .findFirst()
                .orElse(null);
    }

    private ServedBy acceptedBy(Operation o) {
        if (o.outcome() != Outcome.OK) {
            return ServedBy.NOBODY;
        }
        return accepted(old, o) ? ServedBy.OLD : accepted(onNew, o) ? ServedBy.NEW : ServedBy.NOBODY;
    }

    private static boolean accepted(Dump dump, Operation o) {
        return dump.accepted.contains(o.id()) && dump.ledger.stream().anyMatch(row -> row.operation() == o.id());
    }

    /** True if the final states, told in full as far as both know it, are not the same. */
    boolean disagree() {
        return atRest()
                && !(ledger(old).equals(ledger(onNew))
                        && names(old).equals(names(onNew))
                        && old.orders.equals(onNew.orders)
                        && old.prices.equals(onNew.prices));
    }

    private Map<Long, List<String>> ledger(Dump dump) {
        boolean keyed = bothKnow(Column.KEY);
        Map<Long, List<String>> told = new TreeMap<>();
        for (Dump.Entry row : dump.ledger) {
            if (ofAll() || find(row.operation()) != null) {
                String version = bothKnow(Column.VERSION) ? " at " + row.version() : "";
                told.computeIfAbsent(keyed ? row.key() : 0, key -> new ArrayList<>())
                        .add(row.operation() + version);
            }
        }
        if (!keyed || !bothKnow(Column.POSITION)) {
            told.values().forEach(rows -> rows.sort(null));
        }
        return told;
    }

    private boolean bothKnow(Column column) {
        return old.known.contains(column) && onNew.known.contains(column);
    }

    private boolean ofAll() {
        return world.obligations.of("old").applied().values().stream().allMatch(table -> table.onlyClients());
    }

    private Map<Long, Long> names(Dump dump) {
        Map<Long, Long> ours = new TreeMap<>(HeldWorld.names(dump));
        ours.values().removeIf(writer -> find(writer) == null);
        return ours;
    }

    /** True if the last sentinel came out. */
    boolean atRest() {
        boolean crossed = false;
        for (LogEntry entry : world.events) {
            crossed = entry.event() instanceof SentinelEvent sentinel ? sentinel.crossed() : crossed;
        }
        return crossed;
    }

    /** True if one text was two in the states of one system. */
    boolean changed() {
        return Stream.of("old", "new")
                .anyMatch(system -> Stream.of("1", "2").anyMatch(key -> {
                    Set<String> texts = new HashSet<>();
                    world.dumps.forEach((name, dump) -> {
                        if (name.startsWith(system)) {
                            dump.kept.getOrDefault(HeldWorld.MEMO, List.of()).stream()
                                    .filter(row -> row.key().equals(key))
                                    .map(StateDump.Row::text)
                                    .forEach(texts::add);
                        }
                    });
                    return texts.size() > 1;
                }));
    }

    /** True if no choice of unacknowledged updates that happened leaves what is there. */
    boolean updateLost() {
        return atRest()
                && Stream.of("S0", "S1").anyMatch(key -> {
                    List<Update> updates = world.updates.stream()
                            .filter(update -> update.key().equals(key))
                            .sorted((one, other) -> Long.compare(one.sequence(), other.sequence()))
                            .toList();
                    return updates.stream().anyMatch(Update::acknowledged)
                            && Stream.of(old, onNew)
                                    .anyMatch(dump -> !possible(updates, 0, "nothing")
                                            .contains(dump.prices.getOrDefault(key, "nothing")));
                });
    }

    private static Set<String> possible(List<Update> updates, int from, String now) {
        if (from == updates.size()) {
            return Set.of(now);
        }
        Update next = updates.get(from);
        Set<String> texts = new HashSet<>(possible(updates, from + 1, next.text()));
        if (!next.acknowledged()) {
            texts.addAll(possible(updates, from + 1, now));
        }
        return texts;
    }

    /** The same of what the outside saw. */
    EffectBruteForce effects() {
        return new EffectBruteForce(world, atRest());
    }

    private @Nullable Operation find(long id) {
        return world.operations.stream().filter(o -> o.id() == id).findFirst().orElse(null);
    }
}
