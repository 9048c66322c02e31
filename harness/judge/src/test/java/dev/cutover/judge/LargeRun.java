package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Reads;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The evidence of a {@link LargeLoad}, in which every checker has something to examine and nothing is wrong. */
final class LargeRun {
    private static final long END_NS = Long.MAX_VALUE / 2;
    private static final int PRICES = 1_000;
    private static final List<String> PHASES = List.of("old-only", "split", "all-on-new", "rolled-back");

    private static final int NONE = -1;

    /** An operation whose row new lacks in the end; or none. */
    int lost = NONE;
    /** One that has two rows in old in the end; or none. */
    int twice = NONE;
    /** One of which the systems hold another text than was asked for; or none. */
    int altered = NONE;

    final LargeLoad load;
    private final History history;
    private final World world = new World();
    private final SortedMap<String, StateDump> dumps = new TreeMap<>();

    LargeRun(LargeLoad load) {
        this.load = load;
        this.history = load.history();
    }

    Evidence evidence() {
        owes();
        events();
        dump(ServedBy.OLD, "final", END_NS);
        dump(ServedBy.NEW, "final", END_NS);
        dump(ServedBy.OLD, "rollback", load.quarterNs(3) + 100_000);
        Evidence small = world.evidence();
        return new Evidence(
                "large",
                small.manifest(),
                history,
                small.log(),
                List.of(),
                dumps,
                small.initialTotals(),
                small.totals(),
                new TreeMap<>(Map.of("payments", counts(-1))),
                asked(),
                load.contents(),
                new TreeMap<>(Map.of(World.CHARGES, load.charges())),
                new TreeMap<>(Map.of("old", stream(ServedBy.OLD), "new", stream(ServedBy.NEW))),
                updates(),
                small.comparisons(),
                small.injector(),
                0,
                small.damage());
    }

    private void owes() {
        Owes owes = new Owes();
        owes.compared = List.of();
        owes.losses = true;
        owes.both(new Reads(
                new TreeMap<>(Map.of("ledger", new Reads.Table(List.of("place-order", "pay-order"), true))),
                List.of("set-address"),
                List.of("customer", "price"),
                List.of(World.CREDIT),
                List.of(),
                List.of("paid-twice"),
                new TreeMap<>(Map.of("texts", List.of("place-order", "pay-order"))),
                new TreeMap<>(Map.of("payments", List.of("pay-order"))),
                List.of("identity"),
                List.of(World.CHARGES)));
        world.obligations = owes.made();
        world.kinds = LargeLoad.KINDS;
        world.phases = PHASES;
        StreamWorld.owes(world, true, 0.0, 2.0);
    }

    private void events() {
        world.events.clear();
        RoutingMode[] modes = {RoutingMode.OLD, RoutingMode.SPLIT, RoutingMode.NEW, RoutingMode.OLD};
        for (int quarter = 0; quarter < LargeLoad.QUARTERS; quarter++) {
            double share = modes[quarter] == RoutingMode.SPLIT ? 0.5 : 0;
            long ns = load.quarterNs(quarter);
            boolean back = quarter == LargeLoad.QUARTERS - 1;
            world.event(ns - 1, new RoutingEvent.Requested(modes[quarter], share, back))
                    .event(ns, new RoutingEvent.Effective(modes[quarter], share, 1L + quarter, 1, back, List.of()))
                    .event(ns, new PhaseEvent.Began(PHASES.get(quarter), quarter))
                    .event(load.quarterNs(quarter + 1) - 2, new PhaseEvent.Ended(PHASES.get(quarter), quarter));
        }
        world.event(END_NS - 3, new PlanEvent.Completed())
                .event(END_NS - 2, new SentinelEvent("old-to-new", true, 1, null))
                .event(END_NS - 1, new RunEvent.Ended());
    }

    private void dump(ServedBy side, String moment, long ns) {
        String system = side == ServedBy.OLD ? "old" : "new";
        StateDump dump = new StateDump(
                system,
                moment,
                ns,
                ns + 1,
                true,
                "",
                new TreeMap<>(Map.of("ledger", ledger(side, ns))),
                new TreeMap<>(Map.of("set-address", addresses(ns))),
                new TreeMap<>(Map.of("customer", ofEachKey("customer"), "price", prices())),
                new TreeMap<>(Map.of(World.CREDIT, BigDecimal.valueOf(1_000))),
                new TreeMap<>(Map.of("paid-twice", List.of())),
                new TreeMap<>(Map.of("texts", texts(ns))),
                new TreeMap<>(Map.of("payments", counts(ns))),
                new TreeMap<>(Map.of("identity", ofEachKey("born"))),
                new TreeMap<>(Map.of(World.CHARGES, load.amounts())));
        dumps.put(dump.name(), dump);
    }

    /** Whether an operation's row is there at an instant. */
    private boolean there(int i, long ns) {
        int kind = history.kind(i);
        return (kind == LargeLoad.PLACE || kind == LargeLoad.PAY) && load.effectNs[i] <= ns && load.goneNs[i] > ns;
    }

    private Ledger ledger(ServedBy side, long ns) {
        Ledger.Builder rows = new Ledger.Builder();
        int position = 0;
        for (int i : load.inOrder) {
            boolean here = there(i, ns) && !(i == lost && side == ServedBy.NEW);
            int times = i == twice && side == ServedBy.OLD ? 2 : 1;
            boolean accepted = load.side(history.key(i), load.effectNs[i]) == side;
            for (int time = 0; here && time < times; time++) {
                rows.row(history.key(i), load.versions[i], history.id(i), position++, accepted);
            }
        }
        return rows.build();
    }

    private Ledger addresses(long ns) {
        long[] writer = new long[load.keys + 1];
        for (int i : load.inOrder) {
            if (history.kind(i) == LargeLoad.ADDRESS && load.effectNs[i] <= ns) {
                writer[history.key(i)] = history.id(i);
            }
        }
        Ledger.Builder rows = new Ledger.Builder(EnumSet.of(Ledger.Column.KEY));
        for (int key = 1; key < writer.length; key++) {
            rows.row(key, 0, writer[key]);
        }
        return rows.build();
    }

    private List<StateDump.Row> ofEachKey(String text) {
        return IntStream.rangeClosed(1, load.keys)
                .mapToObj(key -> new StateDump.Row("customer-" + key, text + " " + key))
                .toList();
    }

    private List<StateDump.Row> prices() {
        return IntStream.rangeClosed(1, PRICES)
                .mapToObj(price -> new StateDump.Row("S" + price, World.price(price)))
                .toList();
    }

    private List<Update> updates() {
        IntStream.rangeClosed(1, PRICES).forEach(price -> world.update("S" + price, price, true));
        return world.updates;
    }

    private List<StateDump.Row> texts(long ns) {
        List<StateDump.Row> rows = new ArrayList<>();
        for (int i : load.inOrder) {
            if (there(i, ns)) {
                rows.add(new StateDump.Row(Long.toString(history.id(i)), i == altered ? "another" : text(i)));
            }
        }
        return rows;
    }

    private String text(int i) {
        return "S" + i % PRICES + " for customer-" + history.key(i);
    }

    private Map<Long, String> asked() {
        Map<Long, String> asked = new HashMap<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.isWrite(i)) {
                asked.put(history.id(i), text(i));
            }
        }
        return asked;
    }

    /** Each key had three payments before. */
    private Map<Long, Long> counts(long ns) {
        Map<Long, Long> counts = new TreeMap<>();
        for (long key = 1; key <= load.keys; key++) {
            counts.put(key, 3L);
        }
        for (int i : load.inOrder) {
            if (history.kind(i) == LargeLoad.PAY && load.effectNs[i] <= ns) {
                counts.merge((long) history.key(i), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** A record for each operation that a system accepted, in the order in which it did. */
    private StreamLog stream(ServedBy from) {
        List<StreamLog.Entry> entries = new ArrayList<>();
        for (int i : load.inOrder) {
            boolean carried = history.kind(i) == LargeLoad.PLACE || history.kind(i) == LargeLoad.PAY;
            if (carried && load.side(history.key(i), load.effectNs[i]) == from) {
                entries.add(new StreamLog.Entry(0, entries.size(), history.id(i)));
            }
        }
        long end = entries.size();
        List<StreamLog.Part> all = List.of(new StreamLog.Part(0, 0, end, end));
        return new StreamLog(new StreamLog.Extent("sync", "delete", end, all), entries);
    }
}
