package dev.cutover.judge;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.evidence.TotalRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** The same world with other names for what has no meaning: ids, keys, processes, the clock's zero. */
final class Renamed {
    private final World world;
    private final LongUnaryOperator id;
    private final LongUnaryOperator key;
    private final long shiftNs;

    private Renamed(World world, long shiftNs) {
        List<Long> ids = world.operations.stream().map(Operation::id).toList();
        this.world = world;
        this.id = was -> ids.contains(was) ? 1_000 - was : was;
        this.key = was -> 500 - was;
        this.shiftNs = shiftNs;
    }

    /** Changes a world; what was the last of the ids and keys is the first. */
    static void in(World world, long shiftNs) {
        Renamed renamed = new Renamed(world, shiftNs);
        renamed.dumps();
        renamed.rest();
        world.operations.replaceAll(renamed::operation);
    }

    private Operation operation(Operation o) {
        return new Operation(
                id.applyAsLong(o.id()),
                100 - o.process(),
                o.kind(),
                (int) key.applyAsLong(o.key()),
                o.outcome(),
                o.invokedNs() + shiftNs,
                o.endedNs() == Long.MAX_VALUE ? Long.MAX_VALUE : o.endedNs() + shiftNs,
                o.phaseInvoked(),
                o.phaseReturned(),
                o.servedBy(),
                id.applyAsLong(o.subject()),
                o.version(),
                o.cause(),
                o.attempts(),
                o.faultMask());
    }

    private void dumps() {
        for (Dump dump : world.dumps.values()) {
            dump.invokedNs += shiftNs;
            dump.ledger.replaceAll(this::row);
            dump.tables.values().forEach(rows -> rows.replaceAll(this::row));
            List<Long> accepted = List.copyOf(dump.accepted);
            dump.accepted.clear();
            accepted.forEach(was -> dump.accepted.add(id.applyAsLong(was)));
            dump.registers.replaceAll((register, writers) -> keys(writers, id));
            dump.counted.replaceAll((name, counts) -> keys(counts, LongUnaryOperator.identity()));
            dump.effects.replaceAll((name, rows) ->
                    new ArrayList<>(rows.stream().map(this::asked).toList()));
            dump.asked.replaceAll((name, rows) ->
                    new ArrayList<>(rows.stream().map(this::asked).toList()));
        }
    }

    private Dump.Entry row(Dump.Entry row) {
        return new Dump.Entry(key.applyAsLong(row.key()), row.version(), id.applyAsLong(row.operation()));
    }

    private Map<Long, Long> keys(Map<Long, Long> of, LongUnaryOperator value) {
        Map<Long, Long> renamed = new TreeMap<>();
        of.forEach((was, is) -> renamed.put(key.applyAsLong(was), value.applyAsLong(is)));
        return renamed;
    }

    private StateDump.Row asked(StateDump.Row row) {
        return new StateDump.Row("" + id.applyAsLong(Long.parseLong(row.key())), row.text());
    }

    private void rest() {
        world.streams.replaceAll((name, stream) -> new StreamLog(
                stream.extent(),
                stream.entries().stream()
                        .map(entry -> new StreamLog.Entry(
                                entry.partition(), entry.offset(), id.applyAsLong(entry.operation())))
                        .toList()));
        world.initialCounts.replaceAll((name, counts) -> keys(counts, LongUnaryOperator.identity()));
        Map<Long, String> asked = new TreeMap<>(world.asked);
        world.asked.clear();
        asked.forEach((was, text) -> world.asked.put(id.applyAsLong(was), Objects.requireNonNull(text)));
        world.contents.replaceAll(
                read -> new Content(id.applyAsLong(read.operation()), ~read.question(), ~read.content()));
        world.events.replaceAll(e -> new LogEntry(e.seq(), e.ns() + shiftNs, e.at(), e.event()));
        world.totals.replaceAll(read -> new TotalRead(
                read.system(), read.total(), read.invokedNs() + shiftNs, read.returnedNs() + shiftNs, read.value()));
        world.effects.replaceAll(call -> new EffectCall(
                call.ns() + shiftNs,
                id.applyAsLong(call.operation()),
                call.key() + " renamed",
                call.caller(),
                call.subject(),
                call.amount(),
                call.status()));
    }
}
