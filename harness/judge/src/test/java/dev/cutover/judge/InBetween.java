package dev.cutover.judge;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.TotalRead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** The credit of worlds as it is summed up while the run goes on: right, at random, and judged as slowly and plainly as can be. */
final class InBetween {

    private InBetween() {}

    /** What it was in a system at an instant. */
    static void read(World world, String system, long ns, long cents) {
        world.totals.add(new TotalRead(system, World.CREDIT, ns, ns + 1, BigDecimal.valueOf(cents)));
    }

    /** Whatever new has before it is filled, and while that is done again, is nobody's fault. */
    static void right(World world, int operations, Random random) {
        Owes owes = Owes.like(world.obligations);
        owes.bootstrap = true;
        world.obligations = owes.made();
        bootstrap(world, 1, 20);
        bootstrap(world, 10L * operations, 10L * operations + 20);
        for (long ns = -20; ns < 10L * operations + 100; ns += 5 + random.nextInt(5)) {
            boolean filling = ns <= 20 || (ns + 1 >= 10L * operations && ns <= 10L * operations + 20);
            read(world, "new", ns, filling ? random.nextInt(2_000) : 1_000);
            read(world, "old", ns, 1_000);
        }
    }

    private static void bootstrap(World world, long from, long until) {
        world.event(from, new StepEvent.Began(Step.BOOTSTRAP)).event(until, new StepEvent.Ended(Step.BOOTSTRAP, 1, ""));
    }

    /** What is summed up while new is filled or a canary is planted, which some of the worlds have, mostly differs. */
    static void arbitrary(World world, Random random) {
        Owes owes = Owes.like(world.obligations);
        owes.bootstrap = random.nextBoolean();
        owes.canaries = random.nextInt(2);
        owes.both(random.nextInt(3) == 0 ? owes.of("old") : Owes.always(owes.of("old")));
        world.obligations = owes.made();
        long begin = random.nextInt(12);
        if (owes.canaries > 0) {
            world.event(begin, new PhaseEvent.Began("only", 0));
            world.event(begin + random.nextInt(4), new CanaryEvent("only", 1, 1, true, ""));
        }
        long copied = random.nextInt(12);
        if (owes.bootstrap) {
            bootstrap(world, copied, copied + random.nextInt(4));
        }
        for (String system : List.of("old", "new")) {
            for (int reads = random.nextInt(4); reads > 0; reads--) {
                read(world, system, random.nextInt(16), 1_000L - random.nextInt(6) / 5);
            }
        }
    }

    /** One half of a transfer is seen without the other. */
    static void tear(World world, Random random) {
        List<TotalRead> counted =
                world.totals.stream().filter(read -> counts(world, read)).toList();
        TotalRead read = counted.get(random.nextInt(counted.size()));
        BigDecimal torn = BigDecimal.valueOf(999L - random.nextInt(9));
        world.totals.set(
                world.totals.indexOf(read),
                new TotalRead(read.system(), read.total(), read.invokedNs(), read.returnedNs(), torn));
    }

    /** Whether a system that owes it was otherwise at an instant that counts. */
    static boolean differs(World world) {
        return world.totals.stream()
                .filter(read ->
                        !world.obligations.of(read.system()).atEveryInstant().isEmpty())
                .filter(read -> counts(world, read))
                .anyMatch(read -> read.value() == null || read.value().compareTo(BigDecimal.valueOf(1_000)) != 0);
    }

    /** Each system that owes it was summed up at an instant that counts. */
    static boolean summedUp(World world) {
        return world.obligations.reads().entrySet().stream()
                .filter(reads -> !reads.getValue().atEveryInstant().isEmpty())
                .allMatch(reads -> world.totals.stream()
                        .anyMatch(read -> read.system().equals(reads.getKey()) && counts(world, read)));
    }

    /** Nanosecond by nanosecond. */
    private static boolean counts(World world, TotalRead read) {
        for (long ns = read.invokedNs(); ns <= read.returnedNs(); ns++) {
            long now = ns;
            long begins = world.events.stream()
                    .filter(entry -> entry.event() instanceof StepEvent.Began && entry.ns() <= now)
                    .count();
            long ends = world.events.stream()
                    .filter(entry -> entry.event() instanceof StepEvent.Ended && entry.ns() < now)
                    .count();
            boolean copied = ends > 0 && begins <= ends;
            boolean begun = world.events.stream()
                    .anyMatch(entry -> entry.event() instanceof PhaseEvent.Began && entry.ns() <= now);
            boolean restored =
                    world.events.stream().anyMatch(entry -> entry.event() instanceof CanaryEvent && entry.ns() < now);
            if ((world.obligations.bootstrap() && read.system().equals("new") && !copied) || (begun && !restored)) {
                return false;
            }
        }
        return true;
    }
}
