package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Clients come at times that the seed gives, ask for what the plan's operations are by their roles, try again what is repeatable under the same
 * id, and remember what they were promised. A refusal after an attempt of unknown outcome promises nothing.
 */
final class Clients {
    private final World world;
    private final Draw draw;
    private final Load load;
    private final @Nullable Set<Integer> only;
    private final OperationIds ids;
    private final List<Asking> asked = new ArrayList<>();
    private final Map<Integer, List<Long>> appended = new TreeMap<>();
    private final Set<Long> taken = new TreeSet<>();
    private boolean stopped;
    private int phase;

    /** An operation under way, and what its client knows of it. */
    private final class Asking {
        final Request.Asked what;
        final int phaseInvoked = phase;
        final long invokedNs = world.timeline().now();
        int attempts;
        boolean doubted;
        Answer answer = Answer.NONE;
        Outcome outcome = Outcome.INVOKED;
        long endedNs = Long.MAX_VALUE;
        int phaseReturned;

        Asking(Request.Asked what) {
            this.what = what;
        }

        void attempt() {
            int attempt = ++attempts;
            boolean[] over = new boolean[1];
            world.timeline().after(world.course().timeout(), () -> {
                if (!over[0]) {
                    over[0] = true;
                    missed();
                }
            });
            world.links()
                    .<Answer>call(
                            Link.CLIENT_BRIDGE,
                            Draw.place(Draw.place(0xC1, what.number()), attempt),
                            back -> world.bridge().take(what, () -> over[0], back),
                            given -> {
                                if (!over[0]) {
                                    over[0] = true;
                                    answered(given);
                                }
                            });
        }

        private void answered(Answer given) {
            answer = given;
            if (given.outcome() == Outcome.UNKNOWN) {
                missed();
            } else {
                boolean promised = given.outcome() == Outcome.OK || !doubted;
                end(promised ? given.outcome() : Outcome.UNKNOWN);
            }
        }

        private void missed() {
            doubted = true;
            if (!world.course().repeatable().get(what.kind())
                    || attempts == world.course().attempts()) {
                end(Outcome.UNKNOWN);
                return;
            }
            long place = Draw.place(Draw.place(0xBA, what.number()), attempts);
            world.timeline().after(attempts * draw.between(50 * MS, 150 * MS, place), this::attempt);
        }

        private void end(Outcome known) {
            outcome = known;
            endedNs = world.timeline().now();
            phaseReturned = phase;
            Role role = world.course().kind(what.kind()).role();
            if (known == Outcome.OK && role != Role.READ) {
                appended.computeIfAbsent(slot(what.kind(), what.key()), unused -> new ArrayList<>())
                        .add(what.id());
            }
        }

        Operation operation() {
            boolean told = outcome == Outcome.OK || outcome == Outcome.REFUSED;
            return new Operation(
                    what.id(),
                    1 + what.number() % 16,
                    what.kind(),
                    what.key(),
                    outcome,
                    invokedNs,
                    endedNs,
                    phaseInvoked,
                    phaseReturned,
                    (told ? answer.by() : ServedBy.NOBODY).code(),
                    what.subject(),
                    told ? answer.version() : 0,
                    0,
                    attempts,
                    0);
        }
    }

    Clients(World world, Schedule schedule) {
        this.world = world;
        this.draw = world.draw().at(3);
        this.load = new Load(draw);
        this.only = schedule.only();
        this.ids = OperationIds.of(schedule.seed());
    }

    void start() {
        arrive(0);
    }

    void stop() {
        stopped = true;
    }

    void phase(int number) {
        phase = number;
    }

    /** The numbers of those that asked for something. */
    Set<Integer> numbers() {
        Set<Integer> numbers = new TreeSet<>();
        asked.forEach(one -> numbers.add(one.what.number()));
        return numbers;
    }

    private void arrive(int number) {
        long id = ids.next();
        world.timeline().after(load.gap(number), () -> {
            if (stopped) {
                return;
            }
            if (only == null || only.contains(number)) {
                ask(number, id);
            }
            arrive(number + 1);
        });
    }

    private void ask(int number, long id) {
        int key = load.key(number);
        int kind = load.kind(number, world.course().manifest().kinds().size());
        long subject = subject(kind, key);
        if (subject < 0) {
            kind = world.course().read();
            subject = 0;
        }
        if (subject == 0 && world.course().kind(kind).role() == Role.EFFECT) {
            subject = id;
        }
        Asking asking = new Asking(new Request.Asked(number, id, key, kind, subject, load.amount(number)));
        asked.add(asking);
        asking.attempt();
    }

    /** What it is about: the latest that was acknowledged and that nobody took before; 0 if it is about nothing, negative if there is none. */
    private long subject(int kind, int key) {
        String of = world.course().kind(kind).of();
        if (of == null) {
            return 0;
        }
        for (int other = 0; other < world.course().manifest().kinds().size(); other++) {
            if (world.course().kind(other).name().equals(of)) {
                List<Long> known = appended.getOrDefault(slot(other, key), List.of());
                for (int i = known.size() - 1; i >= 0; i--) {
                    if (load.mayBeTaken(known.get(i)) && taken.add(known.get(i))) {
                        return known.get(i);
                    }
                }
            }
        }
        return -1;
    }

    /** What was asked for, as the plan's texts would say it, by operation. */
    Map<Long, String> texts() {
        Map<Long, String> texts = new TreeMap<>();
        asked.forEach(one -> texts.put(one.what.id(), text(one.what.kind(), one.what.amount())));
        return texts;
    }

    private static int slot(int kind, int key) {
        return kind * (World.KEYS + 1) + key;
    }

    static String text(int kind, int amount) {
        return kind + " " + amount;
    }

    List<Operation> operations() {
        return asked.stream().map(Asking::operation).toList();
    }

    /** Whether a phase has enough acknowledged operations. */
    boolean examined(int inPhase) {
        return asked.stream()
                        .filter(one -> one.phaseInvoked == inPhase && one.outcome == Outcome.OK)
                        .count()
                >= Course.EXAMINED;
    }

    /** Whether a system has acknowledged enough writes, invoked since, that will be seen in the end. */
    boolean examined(ServedBy by, long sinceNs) {
        return asked.stream()
                        .filter(one -> one.invokedNs > sinceNs && one.outcome == Outcome.OK && one.answer.by() == by)
                        .filter(one -> world.course().leavesARow(one.what.kind()) && !load.mayBeTaken(one.what.id()))
                        .count()
                >= Course.EXAMINED;
    }

    /** Whether an operation of each kind was acknowledged. */
    boolean allKinds() {
        return asked.stream()
                        .filter(one -> one.outcome == Outcome.OK)
                        .map(one -> one.what.kind())
                        .distinct()
                        .count()
                == world.course().manifest().kinds().size();
    }
}
