package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random worlds: right ones, simulated; and arbitrary ones, in which anything may be wrong. */
final class RandomWorld {
    static final String MEMO = "memo";

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.OK,
            Outcome.OK,
            Outcome.OK,
            Outcome.OK,
            Outcome.OK,
            Outcome.UNKNOWN,
            Outcome.UNKNOWN,
            Outcome.INVOKED,
            Outcome.REFUSED);

    private static final List<ServedBy> SYSTEMS =
            List.of(ServedBy.OLD, ServedBy.OLD, ServedBy.NEW, ServedBy.NEW, ServedBy.BRIDGE, ServedBy.NOBODY);
    private static final List<RoutingMode> MODES = List.of(
            RoutingMode.OLD,
            RoutingMode.DUAL,
            RoutingMode.SPLIT,
            RoutingMode.SPLIT,
            RoutingMode.SPLIT,
            RoutingMode.NEW);
    private static final List<Double> SHARES = List.of(0.0, 0.3, 0.5, 1.0);

    private RandomWorld() {}

    /** A simulated run: every operation that happened did so at one instant after its invocation and, if it was answered, before that. */
    static World right(long seed, int operations) {
        Random random = new Random(seed);
        World world = new World();
        memos(world);
        world.dumps.values().forEach(dump -> dump.known.add(Ledger.Column.ACCEPTED));
        Course course = Course.of(world, operations * 10L);
        int[] versions = new int[1 + 5];
        world.dump("old-rollback").invokedNs = operations * 5L;
        for (int id = 1; id <= operations; id++) {
            long point = 10L * id;
            int key = 1 + random.nextInt(5);
            int kind = random.nextInt(3);
            double luck = random.nextDouble();
            Outcome outcome = luck < 0.8 ? Outcome.OK : luck < 0.9 ? Outcome.REFUSED : Outcome.UNKNOWN;
            if (outcome == Outcome.UNKNOWN) {
                unknown(world, id, kind, key, point, random);
            } else {
                world.operation(id, kind, key, outcome, point - random.nextInt(60), point + random.nextInt(60))
                        .by(course.owner(key, point), 0);
            }
            boolean happened = outcome == Outcome.OK || (outcome == Outcome.UNKNOWN && random.nextBoolean());
            if (happened && kind != World.READ) {
                String owner = course.owner(key, point) == ServedBy.NEW ? "new" : "old";
                happen(world, key, ++versions[key], id, kind, point, owner);
                world.dump(owner + "-final").accepted.add((long) id);
            }
            if (outcome == Outcome.OK) {
                world.answer(id, course.owner(key, point), versions[key]);
            }
        }
        updates(world, random);
        InBetween.right(world, operations, random);
        return world;
    }

    /** Old has a column of its own, that must be what it was when it was read before. */
    private static void memos(World world) {
        Owes owes = new Owes();
        owes.reads.put("old", Owes.charging(Owes.always(Owes.keeping(owes.of("old"), MEMO))));
        owes.reads.put("new", Owes.charging(Owes.always(owes.of("new"))));
        world.obligations = owes.made();
        world.dump("old-initial").invokedNs = -1;
        for (String state : List.of("old-initial", "old-rollback", "old-final")) {
            List<StateDump.Row> rows = new ArrayList<>();
            for (int key = 1; key <= 5; key++) {
                rows.add(new StateDump.Row("" + key, "memo of " + key));
            }
            world.dump(state).kept.put(MEMO, rows);
        }
    }

    /** Half of the keys on new, then all, then none. */
    private record Course(long length) {
        static Course of(World world, long length) {
            world.routing(length / 3, RoutingMode.NEW, 1).routing(2 * length / 3, RoutingMode.OLD, 0);
            return new Course(length);
        }

        ServedBy owner(int key, long ns) {
            boolean onNew = ns <= length / 3 ? key % 2 == 0 : ns <= 2 * length / 3;
            return onNew ? ServedBy.NEW : ServedBy.OLD;
        }
    }

    /** Its client may have given up long before it takes effect, or never. */
    private static void unknown(World world, int id, int kind, int key, long point, Random random) {
        long invoked = point - random.nextInt(200);
        if (random.nextBoolean()) {
            world.operation(id, kind, key, Outcome.INVOKED, invoked, Long.MAX_VALUE);
        } else {
            world.operation(id, kind, key, Outcome.UNKNOWN, invoked, invoked + random.nextInt(60));
        }
    }

    private static void updates(World world, Random random) {
        for (int sequence = 1; sequence <= 40; sequence++) {
            String sku = "S" + random.nextInt(5);
            boolean acknowledged = random.nextInt(5) > 0;
            world.update(sku, sequence, acknowledged);
            if (acknowledged || random.nextBoolean()) {
                world.dump("old-final").prices.put(sku, World.price(sequence));
                world.dump("new-final").prices.put(sku, World.price(sequence));
            }
        }
    }

    private static void happen(World world, int key, long version, int id, int kind, long point, String owner) {
        world.dump("old-final").row(key, version, id);
        world.dump("new-final").row(key, version, id);
        if (point < world.dump("old-rollback").invokedNs) {
            world.dump("old-rollback").row(key, version, id);
        }
        if (kind == World.PAY) {
            world.charge(point, id, 10_000 + id, owner).charged(id, "100");
        }
        world.dump("old-final").orders.put("o" + id, "order " + id);
        world.dump("new-final").orders.put("o" + id, "order " + id);
    }

    /** The newest version of the key that anybody had been told before this was invoked. */
    static int seenBefore(World world, Operation operation) {
        return world.operations.stream()
                .filter(o -> o.outcome() == Outcome.OK && o.endedNs() < operation.invokedNs())
                .filter(o -> o.key() == operation.key())
                .mapToInt(Operation::version)
                .max()
                .orElse(0);
    }

    /** A tiny world in which operations, ledgers and totals have nothing to do with each other. */
    static World arbitrary(long seed) {
        Random random = new Random(seed);
        World world = new World();
        int operations = 1 + random.nextInt(5);
        for (int id = 1; id <= operations; id++) {
            long invoked = random.nextInt(8);
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            long ended = outcome == Outcome.INVOKED ? Long.MAX_VALUE : invoked + random.nextInt(4);
            int kind = random.nextInt(12) == 0 ? World.READ : random.nextInt(2);
            world.operation(id, kind, 1 + random.nextInt(2), outcome, invoked, ended);
            if (outcome.ended() && random.nextInt(8) > 0) {
                world.by(anySystem(random), random.nextInt(4));
            }
        }
        routing(world, random);
        InBetween.arbitrary(world, random);
        for (Dump dump : world.dumps.values()) {
            dump.invokedNs = random.nextInt(12);
            dump.credit(1_000L - random.nextInt(8) / 7);
            long[] versions = new long[3];
            for (long id : someOf(operations, random)) {
                int key = key(world, id, random);
                dump.row(key, ++versions[key], id);
            }
        }
        return world;
    }

    /** Up to three changes at odd times, of which some are refused, and of some a line is missing. */
    static void routing(World world, Random random) {
        world.without(RoutingEvent.class);
        long ns = -1;
        for (int change = random.nextInt(4); change > 0; change--) {
            RoutingMode mode = MODES.get(random.nextInt(MODES.size()));
            double share = SHARES.get(random.nextInt(SHARES.size()));
            RoutingEvent answer = random.nextInt(8) > 0
                    ? new RoutingEvent.Effective(mode, share, 1L, 1, false, List.of())
                    : new RoutingEvent.Refused(mode, share, "no");
            for (RoutingEvent event : List.of(new RoutingEvent.Requested(mode, share, false), answer)) {
                ns += 1 + random.nextInt(3);
                if (random.nextInt(16) > 0) {
                    world.event(ns, event);
                }
            }
        }
    }

    static ServedBy anySystem(Random random) {
        return SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    }

    /** Mostly the operation's own. */
    private static int key(World world, long id, Random random) {
        return id > world.operations.size() || random.nextInt(24) == 0
                ? 1 + random.nextInt(2)
                : world.operations.get((int) id - 1).key();
    }

    /** Ids in random order, most once, some missing, some twice, some that are nobody's. */
    private static List<Long> someOf(int operations, Random random) {
        List<Long> ids = new ArrayList<>();
        Long[] order = new Long[operations];
        Arrays.setAll(order, i -> i + 1L);
        List<Long> shuffled = new ArrayList<>(List.of(order));
        Collections.shuffle(shuffled, random);
        for (long id : shuffled) {
            int times = random.nextInt(8);
            if (times > 0) {
                ids.add(id);
            }
            if (times == 7) {
                ids.add(random.nextInt(ids.size() + 1), random.nextBoolean() ? id : 90 + id);
            }
        }
        return ids;
    }
}
