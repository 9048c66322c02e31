package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The old or the new system: does what it is asked for under its operation id once, refuses what comes with an epoch below its fence, and
 * calls a third party inside its transaction. A fence waits for the writes of its bucket that are in progress, and later ones wait for it.
 */
final class SimulatedSystem {
    private static final long EXECUTES = 0xE1;
    private static final int CREATED = 201;

    private final World world;
    private final Node node;
    private final ServedBy name;
    private final Store store;
    private final long[] fences = new long[World.BUCKETS];
    private final List<List<Runnable>> waiting = new ArrayList<>();
    private final int[] inProgress = new int[World.BUCKETS];
    private int life;
    private boolean down;
    private long executed;

    SimulatedSystem(World world, Node node) {
        this.world = world;
        this.node = node;
        this.name = ServedBy.named(node.text());
        this.store = new Store(world.course());
        for (int bucket = 0; bucket < World.BUCKETS; bucket++) {
            waiting.add(new ArrayList<>());
        }
    }

    Store store() {
        return store;
    }

    boolean isDown() {
        return down;
    }

    /** Whatever is in progress is gone, and nobody is answered. */
    void crash(long downNs) {
        life++;
        down = true;
        waiting.forEach(List::clear);
        Arrays.fill(inProgress, 0);
        int crashed = life;
        world.timeline().after(downNs, () -> down &= crashed != life);
    }

    /** Takes a request; a system that is down does not answer. */
    void take(Request request, Consumer<Answer> answer) {
        if (down) {
            return;
        }
        if (!isWrite(request)) {
            later(request, () -> answer.accept(read(request)));
        } else if (waiting.get(request.bucket()).isEmpty()) {
            begin(request, answer);
        } else {
            waiting.get(request.bucket()).add(() -> begin(request, answer));
        }
    }

    private boolean isWrite(Request request) {
        return world.course().kind(request.asked().kind()).write();
    }

    private void later(Request request, Runnable what) {
        int now = life;
        long place = Draw.place(Draw.place(EXECUTES, request.asked().id()), executed++);
        world.timeline().after(world.draw().between(MS / 4, 5 * MS, place), () -> {
            if (now == life) {
                what.run();
            }
        });
    }

    private Answer read(Request request) {
        Store.State state = store.key(request.asked().key());
        return state == null ? Answer.NONE : Answer.ok(state.version, name);
    }

    private void begin(Request request, Consumer<Answer> answer) {
        if (request.epoch() >= 0 && request.epoch() < fences[request.bucket()]) {
            answer.accept(Answer.fencedOff(name));
            return;
        }
        inProgress[request.bucket()]++;
        later(request, () -> {
            Answer given = execute(request);
            if (given == null) {
                return;
            }
            inProgress[request.bucket()]--;
            // A fence that waited goes first, and then those that waited for it.
            if (inProgress[request.bucket()] == 0) {
                List<Runnable> next = List.copyOf(waiting.get(request.bucket()));
                waiting.get(request.bucket()).clear();
                next.forEach(Runnable::run);
            }
            answer.accept(given);
        });
    }

    /** The answer; null if it crashed before there was one. */
    private @Nullable Answer execute(Request request) {
        Row first = store.first(request.idempotencyKey());
        if (first != null) {
            return Answer.ok(first.version(), name);
        }
        Row row = row(request);
        if (!store.allows(row)) {
            return Answer.refused(name);
        }
        if (world.course().kind(row.kind()).role() == Role.EFFECT && request.effects()) {
            act(row);
            if (world.crashes(node, CrashPoint.ACTED)) {
                return null;
            }
        }
        if (!request.shadow()) {
            store.commit(row, true);
            world.sync().committed(node);
            if (world.crashes(node, CrashPoint.COMMITTED)) {
                return null;
            }
        }
        return Answer.ok(row.version(), name);
    }

    private Row row(Request request) {
        Request.Asked asked = request.asked();
        Store.State state = store.key(asked.key());
        int amount = world.has(Defect.REVERSES_TRANSFERS)
                        && node == Node.NEW
                        && world.course().kind(asked.kind()).role() == Role.TRANSFER
                ? -asked.amount()
                : asked.amount();
        return new Row(
                asked.key(),
                state == null ? 0 : state.version + 1,
                asked.id(),
                request.idempotencyKey(),
                asked.kind(),
                asked.subject(),
                amount);
    }

    private void act(Row row) {
        world.effect(
                row.kind(),
                new EffectCall(
                        world.timeline().now(),
                        row.operation(),
                        Long.toString(row.operation()),
                        node.text(),
                        "subject " + row.subject(),
                        "1",
                        CREATED));
    }

    /** Raises a fence, never lowers it; answers with the one in force once no write of a lower epoch can commit any more. */
    void fence(int bucket, long epoch, Consumer<Long> answer) {
        if (down) {
            return;
        }
        if (inProgress[bucket] > 0) {
            waiting.get(bucket).add(() -> fence(bucket, epoch, answer));
            return;
        }
        fences[bucket] = Math.max(fences[bucket], epoch);
        if (!world.crashes(node, CrashPoint.RAISED)) {
            answer.accept(fences[bucket]);
        }
    }
}
