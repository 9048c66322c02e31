package dev.cutover.judge;

import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.List;
import java.util.Random;

/** Worlds in which reads say what they were answered: right ones; and tiny ones, in which it has nothing to do with versions. */
final class ContentWorld {
    private static final int SUBJECTS = 2;
    private static final int NOBODY = 9_999;

    private ContentWorld() {}

    /** What is read of one of a key's subjects changes with every second version. What proves nothing is there, too. */
    static World right(long seed, int operations) {
        World world = RandomWorld.right(seed, operations);
        Random random = new Random(seed);
        compared(world);
        for (Operation o : world.operations) {
            if (o.kind() == World.READ) {
                int subject = random.nextInt(SUBJECTS);
                long content = o.outcome() == Outcome.OK ? of(o, subject, o.version()) : random.nextLong();
                world.contents.add(new Content(o.id(), subject, content));
            }
        }
        world.contents.add(new Content(NOBODY, 0, random.nextLong()));
        return world;
    }

    static long of(Operation read, long subject, int version) {
        return 1_000L * read.key() + 100 * subject + Math.floorDiv(version, 2);
    }

    static void compared(World world) {
        world.kinds = List.of(
                World.KINDS.get(World.PLACE),
                World.KINDS.get(World.PAY),
                new Manifest.Kind("read-orders", Role.READ, null, List.of("at /orders")));
    }

    static World arbitrary(long seed) {
        World world = new World();
        compared(world);
        Random random = new Random(seed);
        int operations = 2 + random.nextInt(5);
        for (int id = 1; id <= operations; id++) {
            Outcome outcome = random.nextInt(6) > 0 ? Outcome.OK : Outcome.UNKNOWN;
            int kind = random.nextInt(6) > 0 ? World.READ : World.PLACE;
            long invoked = random.nextInt(8);
            world.operation(id, kind, 1 + random.nextInt(2), outcome, invoked, invoked + random.nextInt(4))
                    .answer(id, RandomWorld.anySystem(random), random.nextInt(3));
            for (int lines = random.nextInt(8) > 0 ? 1 : random.nextInt(3); lines > 0; lines--) {
                world.contents.add(new Content(id, random.nextInt(SUBJECTS), random.nextInt(3)));
            }
        }
        return world;
    }
}
