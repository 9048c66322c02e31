package dev.cutover.judge;

import dev.cutover.judge.facts.TimeOrder;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.HistoryColumns;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What clients did in a right run of any size, the same each time: half of it reads, keys with a hot head, about 30 operations at a time, 2 % of
 * unknown outcome, of which half took effect, and 1 % refused. Each operation takes effect at one instant between its invocation and its answer.
 * A quarter each on old, in a split, on new, and on old again.
 */
final class LargeLoad {
    static final int PLACE = 0;
    static final int PAY = 1;
    static final int ADDRESS = 2;
    static final int CANCEL = 3;
    static final int READ = 4;
    static final List<Manifest.Kind> KINDS = List.of(
            new Manifest.Kind("place-order", Role.APPEND),
            new Manifest.Kind("pay-order", Role.EFFECT),
            new Manifest.Kind("set-address", Role.REGISTER),
            new Manifest.Kind("cancel-order", Role.DELETE, "place-order"),
            new Manifest.Kind("read-orders", Role.READ, null, List.of("at /orders")));
    static final long SEED = 7;
    static final long NEVER = Long.MAX_VALUE;
    static final int QUARTERS = 4;

    /** Between two invocations. */
    private static final long STEP_NS = 1_000;

    private static final int MOST_KEYS = 100_000;
    private static final int NONE = -1;

    final int operations;
    final int keys;
    /** What the journal says; may be changed before the history is made of it. */
    final HistoryColumns columns;
    /** When operations took effect, by index; those that did not {@link #NEVER} did. */
    final long[] effectNs;
    /** The versions that operations gave their keys, by index. */
    final int[] versions;
    /** When the orders that operations placed were cancelled, by index; mostly {@link #NEVER}. */
    final long[] goneNs;
    /** The operations that took effect, in this order. */
    final int[] inOrder;

    private final SplittableRandom random = new SplittableRandom(SEED);

    LargeLoad(int operations) {
        this.operations = operations;
        this.keys = Math.min(MOST_KEYS, operations / 10);
        this.effectNs = new long[operations];
        this.versions = new int[operations];
        this.goneNs = new long[operations];
        this.columns = new HistoryColumns(operations);
        Arrays.fill(goneNs, NEVER);
        OperationIds ids = OperationIds.of(SEED);
        for (int i = 0; i < operations; i++) {
            invoke(i, ids.next());
        }
        columns.size = operations;
        this.inOrder = TimeOrder.of(operations, i -> effectNs[i] != NEVER, i -> effectNs[i]);
        happen();
    }

    History history() {
        return new History(columns, KINDS);
    }

    /** What each read was answered: one thing for each key and version. */
    List<Content> contents() {
        return IntStream.range(0, operations)
                .filter(i -> columns.kind[i] == READ)
                .mapToObj(i -> new Content(columns.id[i], columns.key[i], columns.version[i]))
                .toList();
    }

    /** Of each payment that took effect, in the order in which they did. */
    List<EffectCall> charges() {
        return paid().mapToObj(i -> {
                    String caller = side(columns.key[i], effectNs[i]) == ServedBy.NEW ? "new" : "old";
                    String id = Long.toString(columns.id[i]);
                    return new EffectCall(effectNs[i], columns.id[i], id, caller, "order " + i, "100", 201);
                })
                .toList();
    }

    /** What the systems hold of them. */
    List<StateDump.Row> amounts() {
        return paid().mapToObj(i -> new StateDump.Row(Long.toString(columns.id[i]), "100"))
                .toList();
    }

    private IntStream paid() {
        return Arrays.stream(inOrder).filter(i -> columns.kind[i] == PAY);
    }

    /** When one of the quarters begins, 0 … 4. */
    long quarterNs(int quarter) {
        return (long) quarter * (operations / QUARTERS) * STEP_NS;
    }

    /** Who is given a key at an instant. */
    ServedBy side(int key, long ns) {
        boolean split = ns >= quarterNs(1) && ns < quarterNs(2) && key % 2 == 0;
        return split || (ns >= quarterNs(2) && ns < quarterNs(3)) ? ServedBy.NEW : ServedBy.OLD;
    }

    private void invoke(int i, long id) {
        double u = random.nextDouble();
        double chance = random.nextDouble();
        Outcome outcome = chance < 0.02 ? Outcome.UNKNOWN : chance < 0.03 ? Outcome.REFUSED : Outcome.OK;
        long tookNs = 1_000L + random.nextInt(60_000);
        columns.id[i] = id;
        columns.process[i] = i % 64;
        columns.key[i] = 1 + (int) (keys * u * u * u);
        columns.kind[i] = (byte) kind(random.nextDouble(), outcome);
        columns.outcome[i] = (byte) outcome.code();
        columns.attempts[i] = 1;
        columns.invokedNs[i] = i * STEP_NS + 1;
        columns.endedNs[i] = columns.invokedNs[i] + (outcome == Outcome.UNKNOWN ? 1_000_000 : tookNs);
        columns.phaseInvoked[i] = (byte) Math.min(QUARTERS - 1L, columns.invokedNs[i] / quarterNs(1));
        boolean takes = outcome == Outcome.OK || (outcome == Outcome.UNKNOWN && random.nextBoolean());
        effectNs[i] = takes ? columns.invokedNs[i] + random.nextLong(tookNs) : NEVER;
        if (outcome != Outcome.UNKNOWN) {
            long at = takes ? effectNs[i] : columns.invokedNs[i];
            columns.servedBy[i] = side(columns.key[i], at).code();
        }
    }

    private static int kind(double chance, Outcome outcome) {
        if (chance < 0.2) {
            return PLACE;
        }
        if (chance < 0.35) {
            return PAY;
        }
        if (chance < 0.49) {
            return ADDRESS;
        }
        return chance < 0.5 && outcome == Outcome.OK ? CANCEL : READ;
    }

    private void happen() {
        int[] version = new int[keys + 1];
        int[] placed = new int[keys + 1];
        Arrays.fill(placed, NONE);
        for (int i : inOrder) {
            int key = columns.key[i];
            if (columns.kind[i] == CANCEL) {
                cancel(i, placed[key]);
                placed[key] = NONE;
            }
            versions[i] = columns.kind[i] == READ ? version[key] : ++version[key];
            if (columns.outcome[i] == HistoryColumns.OK) {
                columns.version[i] = versions[i];
                placed[key] = columns.kind[i] == PLACE ? i : placed[key];
            }
        }
    }

    /** Where there is nothing that its client knows of, it only reads. */
    private void cancel(int i, int order) {
        if (order == NONE || columns.endedNs[order] >= columns.invokedNs[i]) {
            columns.kind[i] = READ;
        } else {
            columns.subject[i] = columns.id[order];
            goneNs[order] = effectNs[i];
        }
    }
}
