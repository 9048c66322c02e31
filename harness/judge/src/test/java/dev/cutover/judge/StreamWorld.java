package dev.cutover.judge;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.run.Obligations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Worlds with a stream from each system to the other: right ones, in which records come again; and tiny ones, in which anything may be wrong. */
final class StreamWorld {
    static final List<String> SYSTEMS = List.of("old", "new");
    static final double AT_MOST = 3;
    private static final List<String> WRITES = List.of("place-order", "pay-order");
    private static final int PARTITIONS = 2;

    private StreamWorld() {}

    /** Each sync is killed now and then, and sends again some of what it had sent; markers name no operation. */
    static World right(long seed, int operations) {
        World world = RandomWorld.right(seed, operations);
        Random random = new Random(seed);
        owes(world, true, 0.0, AT_MOST);
        for (String system : SYSTEMS) {
            List<StreamLog.Entry> all = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                all.addAll(sent(world, system, partition, random));
            }
            saved(world, system, all);
        }
        return world;
    }

    private static List<StreamLog.Entry> sent(World world, String system, int partition, Random random) {
        List<Long> ids = new ArrayList<>();
        for (long id : world.dump(system + "-final").accepted) {
            if (world.operations.get((int) id - 1).key() % PARTITIONS == partition) {
                ids.add(id);
                if (random.nextInt(20) == 0) {
                    ids.addAll(List.copyOf(ids.subList(Math.max(0, ids.size() - 10), ids.size())));
                }
                if (random.nextInt(20) == 0) {
                    ids.add(0L);
                }
            }
        }
        List<StreamLog.Entry> entries = new ArrayList<>();
        ids.forEach(id -> entries.add(new StreamLog.Entry(partition, entries.size(), id)));
        return entries;
    }

    /** What each system accepted, sometimes not all, sometimes more, twice, or out of order. */
    static World arbitrary(long seed) {
        World world = HeldWorld.arbitrary(seed);
        Random random = new Random(seed);
        world.dumps.values().forEach(dump -> dump.known.add(Ledger.Column.ACCEPTED));
        owes(
                world,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? null : random.nextInt(3) / 4.0,
                random.nextInt(3) == 0 ? null : 1 + random.nextInt(3) / 2.0);
        if (random.nextInt(3) == 0) {
            Owes owes = Owes.like(world.obligations);
            owes.bootstrap = true;
            world.obligations = owes.made();
            world.event(random.nextInt(8), new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
        }
        world.operations.replaceAll(o -> random.nextInt(6) == 0 ? TinyWorlds.attempts(o, 2) : o);
        SYSTEMS.forEach(system -> saved(world, system, tiny(world, system, random)));
        if (random.nextInt(12) == 0) {
            StreamLog cut = of(world, "old");
            world.streams.put("old", new StreamLog(extent(1, cut.entries().size()), cut.entries()));
        }
        return world;
    }

    private static List<StreamLog.Entry> tiny(World world, String system, Random random) {
        List<Long> ids = new ArrayList<>(world.dump(system + "-final").ledger.stream()
                .map(Dump.Entry::operation)
                .filter(id -> world.dump(system + "-final").accepted.contains(id)
                        ? random.nextInt(10) > 0
                        : random.nextInt(10) == 0)
                .toList());
        if (!ids.isEmpty() && random.nextInt(3) == 0) {
            ids.add(ids.get(random.nextInt(ids.size())));
        }
        if (random.nextInt(4) == 0) {
            ids.add(random.nextInt(ids.size() + 1), random.nextBoolean() ? 0L : 90L);
        }
        if (random.nextInt(6) == 0) {
            Collections.shuffle(ids, random);
        }
        List<StreamLog.Entry> entries = new ArrayList<>();
        int partitions = 1 + random.nextInt(PARTITIONS);
        ids.forEach(id -> entries.add(new StreamLog.Entry((int) (id % partitions), entries.size(), id)));
        return entries;
    }

    static void owes(World world, boolean ordered, @Nullable Double echoes, @Nullable Double atMost) {
        Owes owes = Owes.like(world.obligations);
        owes.topics = new TreeMap<>();
        SYSTEMS.forEach(system -> owes.topics.put(
                system, new Obligations.Topic(WRITES, system, StreamLog.file(system), ordered, echoes, atMost)));
        world.obligations = owes.made();
    }

    static StreamLog of(World world, String stream) {
        return Objects.requireNonNull(world.streams.get(stream));
    }

    static void saved(World world, String stream, List<StreamLog.Entry> entries) {
        world.streams.put(stream, new StreamLog(extent(0, entries.size()), entries));
    }

    static StreamLog.Extent extent(long begin, int records) {
        return new StreamLog.Extent(
                "topic", "delete", records, List.of(new StreamLog.Part(0, begin, records, records)));
    }
}
