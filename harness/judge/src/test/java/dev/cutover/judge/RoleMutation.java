package dev.cutover.judge;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.List;
import java.util.Random;

/** Ways to break a right world of roles, each with the checker that must see it. */
enum RoleMutation {
    LOSE_A_NOTE("no-acknowledged-loss") {
        @Override
        void apply(World world, Random random) {
            Operation note = world.any(
                    random, o -> ok(o, RoleWorld.ADD) && drops(world, o).isEmpty());
            RoleWorld.rows(world.dump("new-final"), "notes").removeIf(row -> row.operation() == note.id());
        }
    },
    FORGET_A_DROP("no-acknowledged-loss") {
        @Override
        void apply(World world, Random random) {
            Operation note = dropped(world, random, Long.MAX_VALUE);
            RoleWorld.rows(world.dump("old-final"), "notes").add(new Dump.Entry(note.key(), 0, note.id()));
        }
    },
    FORGET_A_DROP_AT_ROLLBACK("rollback-complete") {
        @Override
        void apply(World world, Random random) {
            Dump rollback = world.dump("old-rollback");
            Operation note = dropped(world, random, rollback.invokedNs);
            RoleWorld.rows(rollback, "notes").add(new Dump.Entry(note.key(), 0, note.id()));
        }
    },
    KEEP_AN_EARLIER_NAME("last-write") {
        @Override
        void apply(World world, Random random) {
            Operation earlier = overwritten(world, random, Long.MAX_VALUE);
            RoleWorld.names(world.dump("new-final")).put((long) earlier.key(), earlier.id());
        }
    },
    KEEP_AN_EARLIER_NAME_AT_ROLLBACK("rollback-complete") {
        @Override
        void apply(World world, Random random) {
            Dump rollback = world.dump("old-rollback");
            Operation earlier = overwritten(world, random, rollback.invokedNs);
            RoleWorld.names(rollback).put((long) earlier.key(), earlier.id());
        }
    },
    NAME_ANOTHER_KEY("last-write") {
        @Override
        void apply(World world, Random random) {
            Operation name = world.any(random, o -> ok(o, RoleWorld.NAME));
            RoleWorld.names(world.dump("old-final")).put(name.key() % 5 + 1L, name.id());
        }
    },
    NAME_AS_SEEDED("agreement") {
        @Override
        void apply(World world, Random random) {
            Operation name = world.any(random, o -> ok(o, RoleWorld.NAME));
            RoleWorld.names(world.dump("new-final")).put((long) name.key(), 0L);
        }
    },
    OVERDRAW("invariants") {
        @Override
        void apply(World world, Random random) {
            RoleWorld.violate(world.dump("old-final"));
        }
    },
    CHANGE_WHAT_WAS_ASKED("as-asked") {
        @Override
        void apply(World world, Random random) {
            List<StateDump.Row> texts =
                    RoleWorld.texts(world.dump(random.nextBoolean() ? "new-final" : "old-rollback"));
            int at = random.nextInt(texts.size());
            texts.set(at, new StateDump.Row(texts.get(at).key(), texts.get(at).text() + " or so"));
        }
    },
    COUNT_ONE_LESS("count-per-key") {
        @Override
        void apply(World world, Random random) {
            long key = world.any(random, o -> ok(o, RoleWorld.MOVE)).key();
            RightRoles.count(world, "new-final", key, -1 - moves(world, key, Outcome.UNKNOWN));
        }
    },
    COUNT_ONE_MORE("count-per-key") {
        @Override
        void apply(World world, Random random) {
            long key = 1L + random.nextInt(5);
            RightRoles.count(world, "old-final", key, 1 + moves(world, key, Outcome.UNKNOWN));
        }
    };

    final String expected;

    RoleMutation(String expected) {
        this.expected = expected;
    }

    abstract void apply(World world, Random random);

    private static boolean ok(Operation o, int kind) {
        return o.outcome() == Outcome.OK && o.kind() == kind;
    }

    private static long moves(World world, long key, Outcome outcome) {
        return world.operations.stream()
                .filter(o -> o.kind() == RoleWorld.MOVE && o.key() == key && o.outcome() == outcome)
                .count();
    }

    private static List<Operation> drops(World world, Operation note) {
        return world.operations.stream().filter(o -> o.subject() == note.id()).toList();
    }

    /** An acknowledged note that was dropped after that, and the drop acknowledged before an instant. */
    private static Operation dropped(World world, Random random, long beforeNs) {
        return world.any(
                random,
                note -> ok(note, RoleWorld.ADD)
                        && drops(world, note).stream()
                                .anyMatch(drop -> ok(drop, RoleWorld.DROP)
                                        && note.endedNs() < drop.invokedNs()
                                        && drop.endedNs() < beforeNs));
    }

    /** An acknowledged name after which another was asked for and acknowledged before an instant. */
    private static Operation overwritten(World world, Random random, long beforeNs) {
        return world.any(
                random,
                name -> ok(name, RoleWorld.NAME)
                        && world.operations.stream()
                                .anyMatch(later -> ok(later, RoleWorld.NAME)
                                        && later.key() == name.key()
                                        && name.endedNs() < later.invokedNs()
                                        && later.endedNs() < beforeNs));
    }
}
