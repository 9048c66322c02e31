package dev.cutover.judge;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What roles owe, again, as plainly as can be, sharing no code with the checkers. */
final class RoleBruteForce {
    private static final Set<String> FINAL = Set.of("old-final", "new-final");

    private final World world;

    RoleBruteForce(World world) {
        this.world = world;
    }

    boolean lost() {
        return FINAL.stream().anyMatch(name -> missing(world.dump(name), o -> true));
    }

    boolean rollbackIncomplete() {
        Dump dump = world.dump("old-rollback");
        Predicate<Operation> due = o -> o.endedNs() < dump.invokedNs;
        return missing(dump, due) || overwritten(dump, due);
    }

    boolean notLast() {
        return world.dumps.values().stream().anyMatch(this::wrongWriter)
                || FINAL.stream().anyMatch(name -> overwritten(world.dump(name), o -> true));
    }

    boolean violated() {
        return world.dumps.values().stream()
                .anyMatch(dump ->
                        !dump.invariants.getOrDefault("balance", List.of()).isEmpty());
    }

    boolean notAsAsked() {
        return world.dumps.values().stream()
                .flatMap(dump -> RoleWorld.texts(dump).stream())
                .anyMatch(row -> {
                    String asked = world.asked.get(Long.parseLong(row.key()));
                    return asked != null && !asked.equals(row.text());
                });
    }

    /** True if some text's operation, but not what it asked for, is known; or if a final state has no text of any, though some were acknowledged. */
    boolean asksUnknown() {
        boolean untold = world.dumps.values().stream()
                .flatMap(dump -> RoleWorld.texts(dump).stream())
                .map(row -> Long.parseLong(row.key()))
                .anyMatch(id -> find(id) != null && !world.asked.containsKey(id));
        boolean acknowledged = world.operations.stream().anyMatch(o -> o.kind() == RoleWorld.ADD && ok(o));
        return untold
                || (acknowledged
                        && FINAL.stream()
                                .anyMatch(name -> RoleWorld.texts(world.dump(name)).stream()
                                        .noneMatch(row -> world.asked.containsKey(Long.parseLong(row.key())))));
    }

    /** True if nobody knows what an acknowledged drop was about. */
    boolean dropsUnknown() {
        return world.operations.stream()
                .anyMatch(o -> o.kind() == RoleWorld.DROP && ok(o) && find(o.subject()) == null);
    }

    boolean miscounted() {
        return FINAL.stream()
                .anyMatch(name -> world.operations.stream().anyMatch(some -> {
                    Long after = RoleWorld.moved(world.dump(name)).get((long) some.key());
                    Long before =
                            world.initialCounts.getOrDefault("moved", Map.of()).get((long) some.key());
                    long rows = (after == null ? 0 : after) - (before == null ? 0 : before);
                    List<Operation> moves = world.operations.stream()
                            .filter(o -> o.kind() == RoleWorld.MOVE && o.key() == some.key())
                            .toList();
                    return rows < moves.stream().filter(RoleBruteForce::ok).count()
                            || rows
                                    > moves.stream()
                                            .filter(o -> o.outcome() != Outcome.REFUSED)
                                            .count();
                }));
    }

    private boolean missing(Dump dump, Predicate<Operation> due) {
        return world.operations.stream().filter(RoleBruteForce::ok).filter(due).anyMatch(o -> switch (o.kind()) {
            case RoleWorld.ADD ->
                !has(dump, "notes", o.id()) && deletesOf(o).noneMatch(d -> d.invokedNs() <= dump.invokedNs + 1);
            case RoleWorld.MOVE -> !has(dump, "moves", o.id());
            case RoleWorld.DROP -> undone(dump, o);
            default -> false;
        });
    }

    private boolean undone(Dump dump, Operation drop) {
        Operation append = find(drop.subject());
        return append != null
                && ok(append)
                && append.attempts() == 1
                && append.endedNs() < drop.invokedNs()
                && has(dump, "notes", append.id())
                && world.operations.stream()
                        .filter(o -> o.subject() == append.id() && o.kind() != RoleWorld.DROP)
                        .filter(o -> o.outcome() != Outcome.REFUSED)
                        .noneMatch(o -> !ok(o) || o.endedNs() >= drop.invokedNs());
    }

    private Stream<Operation> deletesOf(Operation append) {
        return world.operations.stream()
                .filter(o -> o.kind() == RoleWorld.DROP && o.subject() == append.id())
                .filter(o -> o.outcome() != Outcome.REFUSED);
    }

    /** Some acknowledged name came for certain after what is there. */
    private boolean overwritten(Dump dump, Predicate<Operation> due) {
        Map<Long, Long> names = RoleWorld.names(dump);
        return world.operations.stream()
                .filter(o -> o.kind() == RoleWorld.NAME && ok(o))
                .filter(due)
                .anyMatch(o -> {
                    Long writer = names.get((long) o.key());
                    if (writer == null) {
                        return world.operations.stream()
                                .filter(d -> d.kind() == RoleWorld.DROP && d.key() == o.key())
                                .allMatch(d -> d.outcome() == Outcome.REFUSED);
                    }
                    Operation by = find(writer);
                    return by == null || (by.outcome() != Outcome.UNKNOWN && by.endedNs() < o.invokedNs());
                });
    }

    private boolean wrongWriter(Dump dump) {
        return RoleWorld.names(dump).entrySet().stream().anyMatch(name -> {
            Operation by = find(name.getValue());
            return by != null
                    && (by.kind() != RoleWorld.NAME || by.outcome() == Outcome.REFUSED || by.key() != name.getKey());
        });
    }

    private static boolean ok(Operation o) {
        return o.outcome() == Outcome.OK;
    }

    private static boolean has(Dump dump, String table, long id) {
        return RoleWorld.rows(dump, table).stream().anyMatch(entry -> entry.operation() == id);
    }

    private @Nullable Operation find(long id) {
        return world.operations.stream().filter(o -> o.id() == id).findFirst().orElse(null);
    }
}
