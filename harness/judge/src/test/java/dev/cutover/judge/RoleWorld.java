package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Worlds of foreign systems: notes that are added and dropped, names that are set, moves; nobody says who served, and there are no versions. */
final class RoleWorld {
    static final int ADD = 0;
    static final int DROP = 1;
    static final int NAME = 2;
    static final int MOVE = 3;
    static final int SHOW = 4;
    static final List<Manifest.Kind> KINDS = List.of(
            new Manifest.Kind("add", Role.APPEND),
            new Manifest.Kind("drop", Role.DELETE, "add"),
            new Manifest.Kind("name", Role.REGISTER),
            new Manifest.Kind("move", Role.TRANSFER),
            new Manifest.Kind("show", Role.READ));

    private RoleWorld() {}

    static World empty() {
        World world = new World();
        world.kinds = KINDS;
        Owes owes = new Owes();
        owes.both(new Reads(
                new TreeMap<>(Map.of(
                        "notes", new Reads.Table(List.of("add"), false),
                        "moves", new Reads.Table(List.of("move"), false))),
                List.of("name"),
                List.of(),
                List.of(World.CREDIT),
                List.of(),
                List.of("balance"),
                new TreeMap<>(Map.of("texts", List.of("add"))),
                new TreeMap<>(Map.of("moved", List.of("move"))),
                List.of(),
                List.of()));
        owes.effects = new TreeMap<>();
        owes.updated = null;
        owes.compared = List.of();
        owes.versions = false;
        owes.servedBy = false;
        owes.deadLetters = false;
        world.obligations = owes.made();
        world.initialCounts.put("moved", new TreeMap<>(Map.of(7L, 3L)));
        world.dumps.values().forEach(dump -> {
            dump.known.retainAll(EnumSet.of(Ledger.Column.KEY));
            dump.tables.put("notes", new ArrayList<>());
            dump.tables.put("moves", new ArrayList<>());
            dump.registers.put("name", new TreeMap<>());
            dump.invariants.put("balance", new ArrayList<>());
            dump.asked.put("texts", new ArrayList<>());
            dump.counted.put("moved", new TreeMap<>(Map.of(7L, 3L)));
        });
        return world;
    }

    /** Key 7: 11 adds, 12 adds, 13 drops 11, 14 and then 15 name it, 16 moves, 17 shows. The rollback was read after all of it. */
    static World good() {
        World world = empty().operation(11, ADD, 7, Outcome.OK, 100, 200)
                .operation(12, ADD, 7, Outcome.OK, 300, 400)
                .operation(14, NAME, 7, Outcome.OK, 300, 400)
                .operation(15, NAME, 7, Outcome.OK, 500, 600)
                .operation(16, MOVE, 7, Outcome.OK, 500, 600)
                .operation(17, SHOW, 7, Outcome.OK, 500, 600);
        about(world, 13, DROP, Outcome.OK, 500, 600, 11, 1);
        world.asked.put(11L, "bread");
        world.asked.put(12L, "milk");
        for (Dump dump : world.dumps.values()) {
            dump.invokedNs = 1_000;
            rows(dump, "notes").add(new Dump.Entry(7, 0, 12));
            rows(dump, "moves").add(new Dump.Entry(7, 0, 16));
            names(dump).put(7L, 15L);
            names(dump).put(8L, 0L);
            texts(dump).add(new StateDump.Row("12", "milk"));
            moved(dump).put(7L, 4L);
        }
        return world;
    }

    static List<Dump.Entry> rows(Dump dump, String table) {
        return dump.tables.getOrDefault(table, List.of());
    }

    static Map<Long, Long> names(Dump dump) {
        return dump.registers.getOrDefault("name", Map.of());
    }

    static List<StateDump.Row> texts(Dump dump) {
        return dump.asked.getOrDefault("texts", List.of());
    }

    static Map<Long, Long> moved(Dump dump) {
        return dump.counted.getOrDefault("moved", Map.of());
    }

    static void violate(Dump dump) {
        dump.invariants.put("balance", List.of(new StateDump.Row("7", "-5")));
    }

    /** An operation that is about an append. */
    static World about(
            World world, long id, int kind, Outcome outcome, long invokedNs, long endedNs, long subject, int attempts) {
        world.operations.add(
                new Operation(id, 1, kind, 7, outcome, invokedNs, endedNs, 0, 0, 0, subject, 0, 0, attempts, 0));
        return world;
    }

    /** A tiny world in which operations and states have nothing to do with each other. */
    static World arbitrary(long seed) {
        Random random = new Random(seed);
        World world = empty();
        int operations = 2 + random.nextInt(5);
        for (int id = 1; id <= operations; id++) {
            long invoked = random.nextInt(12);
            int luck = random.nextInt(8);
            Outcome outcome = luck < 5 ? Outcome.OK : luck < 7 ? Outcome.UNKNOWN : Outcome.REFUSED;
            int kind = random.nextInt(4);
            long subject = kind == DROP || random.nextInt(6) == 0 ? random.nextInt(id) : 0;
            world.operations.add(new Operation(
                    id,
                    1,
                    kind,
                    1 + random.nextInt(2),
                    outcome,
                    invoked,
                    invoked + random.nextInt(4),
                    0,
                    0,
                    0,
                    subject,
                    0,
                    0,
                    1 + random.nextInt(8) / 7,
                    0));
        }
        for (Dump dump : world.dumps.values()) {
            dump.invokedNs = random.nextInt(16);
            for (Operation o : world.operations) {
                if (random.nextInt(6) > 0 && (o.kind() == ADD || o.kind() == MOVE)) {
                    rows(dump, o.kind() == ADD ? "notes" : "moves").add(new Dump.Entry(o.key(), 0, o.id()));
                }
                if (o.kind() == NAME && random.nextInt(4) > 0) {
                    names(dump).put((long) o.key(), random.nextInt(8) > 0 ? o.id() : 0);
                }
            }
            if (random.nextInt(20) == 0) {
                violate(dump);
            }
            textsAndCounts(world, dump, random);
        }
        return world;
    }

    private static void textsAndCounts(World world, Dump dump, Random random) {
        texts(dump).add(new StateDump.Row("0", "the seed's"));
        for (Operation o : world.operations) {
            if (o.kind() == ADD && random.nextInt(10) > 0) {
                world.asked.put(o.id(), "text " + o.id());
            }
            if (o.kind() == ADD && random.nextInt(4) > 0) {
                texts(dump).add(new StateDump.Row("" + o.id(), "text " + (random.nextInt(12) > 0 ? o.id() : 0)));
            }
            boolean left = o.outcome() != Outcome.REFUSED && (o.outcome() == Outcome.OK || random.nextBoolean());
            if (o.kind() == MOVE && (left ? random.nextInt(10) > 0 : random.nextInt(10) == 0)) {
                moved(dump).merge((long) o.key(), 1L, Long::sum);
            }
        }
    }
}
