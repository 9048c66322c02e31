package dev.cutover.judge;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Ways to break a right world, each with the checker that must see it. */
enum Mutation {
    DROP_ACKNOWLEDGED("no-acknowledged-loss") {
        @Override
        void apply(World world, Random random) {
            long id = anyWrite(world, random, o -> o.outcome() == Outcome.OK).id();
            world.dump("new-final").ledger.removeIf(entry -> entry.operation() == id);
        }
    },
    DROP_AT_ROLLBACK("rollback-complete") {
        @Override
        void apply(World world, Random random) {
            Dump dump = world.dump("old-rollback");
            long id = anyWrite(world, random, o -> o.outcome() == Outcome.OK && o.endedNs() < dump.invokedNs)
                    .id();
            dump.ledger.removeIf(entry -> entry.operation() == id);
        }
    },
    DUPLICATE("no-duplicate") {
        @Override
        void apply(World world, Random random) {
            var ledger = world.dump("old-final").ledger;
            Dump.Entry entry = ledger.get(random.nextInt(ledger.size()));
            long last = ledger.stream().filter(e -> e.key() == entry.key()).count();
            ledger.add(new Dump.Entry(entry.key(), last + 1, entry.operation()));
        }
    },
    REORDER("order-per-key") {
        @Override
        void apply(World world, Random random) {
            var ledger = world.dump("new-final").ledger;
            int first = 0;
            int second = -1;
            while (second < 0) {
                first = random.nextInt(ledger.size());
                second = laterOfSameKey(world, first);
            }
            Dump.Entry one = ledger.get(first);
            Dump.Entry other = ledger.get(second);
            ledger.set(first, new Dump.Entry(one.key(), one.version(), other.operation()));
            ledger.set(second, new Dump.Entry(one.key(), other.version(), one.operation()));
        }
    },
    SKIP_A_VERSION("order-per-key") {
        @Override
        void apply(World world, Random random) {
            var ledger = world.dump("old-final").ledger;
            Dump.Entry last = ledger.getLast();
            ledger.set(ledger.size() - 1, new Dump.Entry(last.key(), last.version() + 1, last.operation()));
        }
    },
    RESURRECT_REFUSED("no-phantom") {
        @Override
        void apply(World world, Random random) {
            Operation refused = anyWrite(world, random, o -> o.outcome() == Outcome.REFUSED);
            world.dump("old-final").row(refused.key(), 1, refused.id());
        }
    },
    PHANTOM("no-phantom") {
        @Override
        void apply(World world, Random random) {
            world.dump("new-final").row(1, 1, 1_000_000 + random.nextInt(1_000));
        }
    },
    WRONG_KEY("no-phantom") {
        @Override
        void apply(World world, Random random) {
            var ledger = world.dump("old-final").ledger;
            int at = random.nextInt(ledger.size());
            Dump.Entry entry = ledger.get(at);
            ledger.set(at, new Dump.Entry(entry.key() % 5 + 1, entry.version(), entry.operation()));
        }
    },
    UNDO_AN_UPDATE_EVERYWHERE("no-update-lost") {
        @Override
        void apply(World world, Random random) {
            List<Update> acknowledged =
                    world.updates.stream().filter(Update::acknowledged).toList();
            Update undone = acknowledged.get(random.nextInt(acknowledged.size()));
            world.dump("old-final").prices.put(undone.key(), World.price(undone.sequence() - 1));
            world.dump("new-final").prices.put(undone.key(), World.price(undone.sequence() - 1));
        }
    },
    READ_A_STALE_COPY("freshness") {
        @Override
        void apply(World world, Random random) {
            answer(world, random, o -> o.kind() == World.READ && RandomWorld.seenBefore(world, o) > 1, o -> 1);
        }
    },
    WRITE_AN_OLD_VERSION("freshness") {
        @Override
        void apply(World world, Random random) {
            answer(
                    world,
                    random,
                    o -> o.kind() != World.READ && RandomWorld.seenBefore(world, o) > 0,
                    o -> RandomWorld.seenBefore(world, o));
        }
    },
    ANSWER_A_WRONG_VERSION("freshness") {
        @Override
        void apply(World world, Random random) {
            answer(world, random, o -> o.kind() != World.READ, o -> o.version() + 1);
        }
    },
    SERVE_FROM_THE_WRONG_SIDE("routing") {
        @Override
        void apply(World world, Random random) {
            Operation wrong = world.any(random, o -> o.servedBy() == ServedBy.NEW.code() && allIsOnNew(o));
            world.operations.replaceAll(
                    o -> o.id() == wrong.id() ? World.answered(o, ServedBy.OLD.code(), o.version()) : o);
        }
    },
    NEVER_MOVE("routing") {
        @Override
        void apply(World world, Random random) {
            world.operations.replaceAll(o -> World.answered(o, ServedBy.OLD.code(), o.version()));
        }
    },
    FLIP_A_COIN("routing") {
        @Override
        void apply(World world, Random random) {
            world.operations.replaceAll(o -> World.answered(o, 1 + random.nextInt(2), o.version()));
        }
    },
    DIFFERENT_TEXT("agreement") {
        @Override
        void apply(World world, Random random) {
            List<String> keys = List.copyOf(world.dump("new-final").orders.keySet());
            world.dump("new-final").orders.put(keys.get(random.nextInt(keys.size())), "rounded");
        }
    },
    ACCEPT_TWICE("authority") {
        @Override
        void apply(World world, Random random) {
            long id = anyWrite(world, random, o -> o.outcome() == Outcome.OK).id();
            world.dump("old-final").accepted.add(id);
            world.dump("new-final").accepted.add(id);
        }
    },
    ACCEPT_ON_THE_WRONG_SIDE("authority") {
        @Override
        void apply(World world, Random random) {
            Operation wrong = anyWrite(world, random, o -> o.outcome() == Outcome.OK && allIsOnNew(o));
            world.dump("new-final").accepted.remove(wrong.id());
            world.dump("old-final").accepted.add(wrong.id());
        }
    },
    CHANGE_WHAT_IS_KEPT("kept") {
        @Override
        void apply(World world, Random random) {
            var changed = new StateDump.Row("" + (1 + random.nextInt(5)), "\\N");
            world.dump("old-final").kept.put(RandomWorld.MEMO, List.of(changed));
        }
    },
    TEAR_A_TRANSFER("conservation") {
        @Override
        void apply(World world, Random random) {
            InBetween.tear(world, random);
        }
    },
    LOST_CREDIT("conservation") {
        @Override
        void apply(World world, Random random) {
            world.dump("old-final").credit(1_001L + random.nextInt(9));
        }
    };

    final String expected;

    Mutation(String expected) {
        this.expected = expected;
    }

    abstract void apply(World world, Random random);

    private static boolean allIsOnNew(Operation o) {
        return o.invokedNs() > 670 && o.endedNs() < 1_330;
    }

    private static void answer(
            World world, Random random, Predicate<Operation> wanted, ToIntFunction<Operation> version) {
        long wrong =
                world.any(random, wanted.and(o -> o.outcome() == Outcome.OK)).id();
        world.operations.replaceAll(o -> o.id() == wrong ? World.answered(o, o.servedBy(), version.applyAsInt(o)) : o);
    }

    private static Operation anyWrite(World world, Random random, Predicate<Operation> wanted) {
        return world.any(random, wanted.and(o -> o.kind() != World.READ));
    }

    /** A later row of the same household whose operation was invoked only after this row's had returned; or -1. */
    private static int laterOfSameKey(World world, int first) {
        var ledger = world.dump("new-final").ledger;
        Operation before = world.operations.get((int) ledger.get(first).operation() - 1);
        for (int i = first + 1; i < ledger.size(); i++) {
            Operation after = world.operations.get((int) ledger.get(i).operation() - 1);
            if (ledger.get(i).key() == ledger.get(first).key()
                    && before.outcome() == Outcome.OK
                    && before.endedNs() < after.invokedNs()) {
                return i;
            }
        }
        return -1;
    }
}
