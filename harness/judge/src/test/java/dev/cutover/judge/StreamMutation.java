package dev.cutover.judge;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways to break a right world's streams, which the one checker of them must see. */
enum StreamMutation {
    LEAVE_OUT_WHAT_WAS_ACCEPTED {
        @Override
        void apply(World world, Random random) {
            change(world, random, (system, entries) -> {
                Operation some = world.any(random, o -> o.outcome() == Outcome.OK && accepted(world, system, o.id()));
                entries.removeIf(entry -> entry.operation() == some.id());
            });
        }
    },
    SEND_BACK {
        @Override
        void apply(World world, Random random) {
            change(world, random, (system, entries) -> {
                String other = system.equals("old") ? "new" : "old";
                Operation some = world.any(random, o -> o.outcome() == Outcome.OK && accepted(world, other, o.id()));
                entries.add(new StreamLog.Entry(0, entries.size(), some.id()));
            });
        }
    },
    SEND_EACH_FOUR_TIMES {
        @Override
        void apply(World world, Random random) {
            change(world, random, (system, entries) -> {
                List<StreamLog.Entry> once = List.copyOf(entries);
                for (int again = 1; again <= 3; again++) {
                    entries.addAll(once);
                }
            });
        }
    },
    SEND_AN_EARLIER_ONE_LATE {
        @Override
        void apply(World world, Random random) {
            change(world, random, (system, entries) -> {
                Operation early = world.any(
                        random,
                        o -> accepted(world, system, o.id())
                                && world.operations.stream()
                                        .anyMatch(later -> later.id() > o.id()
                                                && later.key() == o.key()
                                                && accepted(world, system, later.id())));
                int partition = early.key() % 2;
                entries.removeIf(entry -> entry.operation() == early.id());
                entries.add(new StreamLog.Entry(partition, entries.size(), early.id()));
            });
        }
    };

    static final String EXPECTED = "streams";

    private interface Change {
        void of(String system, List<StreamLog.Entry> entries);
    }

    abstract void apply(World world, Random random);

    private static void change(World world, Random random, Change change) {
        String system = StreamWorld.SYSTEMS.get(random.nextInt(2));
        List<StreamLog.Entry> entries =
                new ArrayList<>(StreamWorld.of(world, system).entries());
        change.of(system, entries);
        StreamWorld.saved(world, system, entries);
    }

    private static boolean accepted(World world, String system, long operation) {
        return world.dump(system + "-final").accepted.contains(operation);
    }
}
