package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tiny worlds that are nearly right: operations take effect at one instant, unknown ones perhaps long after their clients gave up, after the routing
 * changed, or after the rollback's state was read. Then something of what is read besides may be damaged: who accepted what, effects, values,
 * texts that stay, updates.
 */
final class HeldWorld {
    static final int NAME = 3;
    static final String MEMO = "memo";

    private static final int LATEST = 20;
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.OK, Outcome.OK, Outcome.OK, Outcome.OK, Outcome.UNKNOWN, Outcome.INVOKED, Outcome.REFUSED);

    private final World world;
    private final Random random;
    private final int[] versions = new int[3];

    private HeldWorld(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** What took effect, and when. */
    private record Taken(long ns, Operation operation) {}

    static World arbitrary(long seed) {
        HeldWorld held = new HeldWorld(new World(), new Random(seed));
        held.owes();
        RandomWorld.routing(held.world, held.random);
        held.operations().forEach(held::take);
        held.kept();
        held.updates();
        if (held.often(2)) {
            held.damage();
        }
        return held.world;
    }

    /** One in so many times. */
    private boolean often(int times) {
        return random.nextInt(times) == 0;
    }

    private void owes() {
        world.kinds = new ArrayList<>(World.KINDS);
        world.kinds.add(new Manifest.Kind("name", Role.REGISTER));
        Owes owes = new Owes();
        owes.both(new Reads(
                new TreeMap<>(Map.of("ledger", new Reads.Table(List.of("place-order", "pay-order"), !often(4)))),
                List.of("name"),
                List.of("order", "price"),
                List.of(World.CREDIT),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(MEMO),
                List.of()));
        owes.effects = Owes.charges(!often(2));
        if (often(2)) {
            owes.both(Owes.charging(owes.of("old")));
        }
        world.obligations = owes.made();
        world.dump("old-rollback").invokedNs = random.nextInt(LATEST);
        world.dump("old-initial").invokedNs = -1;
        world.dump("new-early").invokedNs = -1;
        for (Dump dump : world.dumps.values()) {
            dump.registers.put("name", new TreeMap<>());
            dump.effects.put(World.CHARGES, new ArrayList<>());
            dump.known.removeIf(column -> often(12));
            if (!often(16)) {
                dump.known.add(Ledger.Column.ACCEPTED);
            }
        }
        if (often(8)) {
            world.event(LATEST, new SentinelEvent("old-to-new", false, 1, null));
        }
    }

    private List<Taken> operations() {
        List<Taken> taken = new ArrayList<>();
        for (int id = 1 + random.nextInt(6); id > 0; id--) {
            long invoked = random.nextInt(8);
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            long lasted = random.nextInt(4);
            long ended = outcome == Outcome.INVOKED ? Long.MAX_VALUE : invoked + lasted;
            world.operation(id, random.nextInt(4), 1 + random.nextInt(2), outcome, invoked, ended);
            boolean takes = outcome == Outcome.OK ? !often(16) : often(outcome == Outcome.REFUSED ? 16 : 2);
            if (takes && world.operations.getLast().kind() != World.READ) {
                long at = invoked + random.nextInt(outcome == Outcome.OK ? (int) lasted + 1 : 12);
                taken.add(new Taken(at, world.operations.getLast()));
            }
        }
        taken.sort(Comparator.comparingLong(Taken::ns));
        return taken;
    }

    private void take(Taken taken) {
        Operation o = taken.operation();
        List<String> states = taken.ns() < world.dump("old-rollback").invokedNs
                ? List.of("old-final", "new-final", "old-rollback")
                : List.of("old-final", "new-final");
        if (o.kind() == NAME) {
            states.forEach(state -> names(world.dump(state)).put((long) o.key(), o.id()));
            return;
        }
        int version = ++versions[o.key()];
        states.forEach(state -> world.dump(state).row(o.key(), version, o.id()));
        states.forEach(state -> world.dump(state).orders.put("o" + o.id(), "order " + o.id()));
        String owner = owner(taken.ns(), o.key());
        accept(o, often(24) ? other(owner) : owner);
        if (o.kind() == World.PAY) {
            charge(taken.ns(), o.id(), o.id(), often(24) ? other(owner) : owner);
            world.charged(o.id(), often(16) ? "1" : often(16) ? "much" : "100.0");
        }
    }

    private void accept(Operation o, String system) {
        if (!often(16)) {
            world.dump(system + "-final").accepted.add(o.id());
        }
        if (often(24)) {
            world.dump(other(system) + "-final").accepted.add(o.id());
        }
    }

    private static String other(String system) {
        return system.equals("old") ? "new" : "old";
    }

    /** The side of the routing that was declared last; in a split that is neither none nor all, key 1 is on new. */
    private String owner(long ns, int key) {
        String owner = "old";
        for (LogEntry entry : world.events) {
            if (entry.event() instanceof RoutingEvent.Effective effective && entry.ns() <= ns) {
                double share = effective.newShare();
                owner = switch (effective.mode()) {
                    case OLD, DUAL -> "old";
                    case NEW -> "new";
                    case SPLIT -> share == 1 || (share > 0 && key == 1) ? "new" : "old";
                };
            }
        }
        return owner;
    }

    /** Mostly once, for one amount, and carried out. */
    private void charge(long ns, long operation, long subject, String caller) {
        for (int calls = often(24) ? 0 : often(12) ? 2 : 1; calls > 0; calls--) {
            int status = often(12) ? 503 : 201;
            String amount = often(32) ? "99" : "100";
            String key = "k" + operation;
            world.effects.add(new EffectCall(ns, operation, key, caller, "order " + subject, amount, status));
        }
    }

    private void kept() {
        for (Dump dump : world.dumps.values()) {
            List<StateDump.Row> rows = new ArrayList<>();
            for (int key = 1; key <= 2; key++) {
                if (!often(6)) {
                    rows.add(new StateDump.Row("" + key, often(32) ? "\\N" : "memo of " + key));
                }
            }
            dump.kept.put(MEMO, rows);
        }
    }

    /** Two texts only, so that a later update may say what an earlier one said. */
    private void updates() {
        for (int sequence = random.nextInt(5); sequence > 0; sequence--) {
            String sku = "S" + random.nextInt(2);
            world.updates.add(new Update(sku, sequence, "price " + random.nextInt(3), !often(3)));
        }
        for (Update update : world.updates.reversed()) {
            if (update.acknowledged() ? !often(24) : often(2)) {
                world.dump("old-final").prices.put(update.key(), update.text());
                world.dump("new-final").prices.put(update.key(), update.text());
            }
        }
    }

    /** Of one system's final state, or of the effects. */
    private void damage() {
        Dump dump = world.dump(often(2) ? "old-final" : "new-final");
        int row = dump.ledger.isEmpty() ? 0 : random.nextInt(dump.ledger.size());
        switch (random.nextInt(10)) {
            case 0 -> dump.row(1 + random.nextInt(2), 1 + random.nextInt(4), often(2) ? 0 : 90);
            case 1 -> dump.ledger.removeIf(entry -> dump.ledger.indexOf(entry) == row);
            case 2 -> Collections.shuffle(dump.ledger, random);
            case 3 -> dump.ledger.replaceAll(entry -> new Dump.Entry(entry.key(), 1, entry.operation()));
            case 4 -> dump.ledger.replaceAll(entry -> new Dump.Entry(1, entry.version(), entry.operation()));
            case 5 -> dump.orders.replaceAll((order, text) -> often(2) ? text : "rounded");
            case 6 -> dump.orders.keySet().removeIf(order -> often(2));
            case 7 -> names(dump).replaceAll((key, writer) -> often(2) ? 0 : 1L);
            case 8 -> names(dump).keySet().removeIf(key -> often(2));
            default -> charge(random.nextInt(LATEST), 90, random.nextInt(6), "old");
        }
    }

    static Map<Long, Long> names(Dump dump) {
        return dump.registers.getOrDefault("name", new TreeMap<>());
    }
}
