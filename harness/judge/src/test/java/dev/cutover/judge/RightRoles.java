package dev.cutover.judge;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Simulated runs of the systems of {@link RoleWorld}: every operation that happened did so at one instant, an unknown one perhaps long after its client gave up. */
final class RightRoles {
    private final World world = RoleWorld.empty();
    private final Random random;

    private RightRoles(long seed) {
        this.random = new Random(seed);
    }

    /** The rollback's state was read after half of them. */
    static World of(long seed, int operations) {
        RightRoles right = new RightRoles(seed);
        right.world.dump("old-rollback").invokedNs = operations * 5L;
        for (int id = 1; id <= operations; id++) {
            right.operation(id);
        }
        return right.world;
    }

    private void operation(int id) {
        long point = 10L * id;
        double luck = random.nextDouble();
        Outcome outcome = luck < 0.8 ? Outcome.OK : luck < 0.9 ? Outcome.REFUSED : Outcome.UNKNOWN;
        boolean unknown = outcome == Outcome.UNKNOWN;
        long invoked = point - random.nextInt(unknown ? 200 : 60);
        long ended = (unknown ? invoked : point) + random.nextInt(60);
        List<Operation> notes =
                world.operations.stream().filter(o -> o.kind() == RoleWorld.ADD).toList();
        int kind = random.nextInt(5);
        Operation note = kind == RoleWorld.DROP && !notes.isEmpty() ? notes.get(random.nextInt(notes.size())) : null;
        int key = note == null ? 1 + random.nextInt(5) : note.key();
        long subject = note == null ? 0 : note.id();
        kind = kind == RoleWorld.DROP && note == null ? RoleWorld.SHOW : kind;
        Operation o = new Operation(id, 1, kind, key, outcome, invoked, ended, 0, 0, 0, subject, 0, 0, 1, 0);
        world.operations.add(o);
        world.asked.put(o.id(), "text " + id);
        if (outcome == Outcome.OK || (unknown && random.nextBoolean())) {
            happen(o, "old-final");
            happen(o, "new-final");
            if (point < world.dump("old-rollback").invokedNs) {
                happen(o, "old-rollback");
            }
        }
    }

    private void happen(Operation o, String state) {
        Dump dump = world.dump(state);
        switch (o.kind()) {
            case RoleWorld.ADD -> {
                RoleWorld.rows(dump, "notes").add(new Dump.Entry(o.key(), 0, o.id()));
                RoleWorld.texts(dump).add(new StateDump.Row("" + o.id(), "text " + o.id()));
            }
            case RoleWorld.DROP -> {
                RoleWorld.rows(dump, "notes").removeIf(row -> row.operation() == o.subject());
                RoleWorld.texts(dump).removeIf(row -> row.key().equals("" + o.subject()));
            }
            case RoleWorld.NAME -> RoleWorld.names(dump).put((long) o.key(), o.id());
            case RoleWorld.MOVE -> {
                RoleWorld.rows(dump, "moves").add(new Dump.Entry(o.key(), 0, o.id()));
                RoleWorld.moved(dump).merge((long) o.key(), 1L, Long::sum);
            }
            default -> {}
        }
    }

    /** So many rows more than there are of a key that is moved, in one state. */
    static void count(World world, String state, long key, long more) {
        Objects.requireNonNull(world.dump(state).counted.computeIfAbsent("moved", name -> new TreeMap<>()))
                .merge(key, more, Long::sum);
    }
}
