package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The data path of the bridge: holds the requests of a closed bucket, sends others to its owner, once, and shadows them in mode dual. */
final class SimulatedBridge {
    /** How long it waits for a system's answer, and how long a request may wait for its bucket. */
    private static final long TIMEOUT = 1_500 * MS;

    static final long HOLD = 1_200 * MS;
    private static final int SELDOM = 20;
    private static final long UNFENCED = 1L << 40;

    private final World world;
    private final Table table = new Table();
    private final Markers markers;
    private final Moves moves;
    private final boolean[] closed = new boolean[World.BUCKETS];
    private final List<List<Exchange>> held = new ArrayList<>();
    private final int[] inFlight = new int[World.BUCKETS];
    private final List<List<Runnable>> awaited = new ArrayList<>();
    private boolean down;
    private int life;
    private long sent;

    SimulatedBridge(World world) {
        this.world = world;
        this.markers = new Markers(world);
        this.moves = new Moves(world, table, markers);
        for (int bucket = 0; bucket < World.BUCKETS; bucket++) {
            held.add(new ArrayList<>());
            awaited.add(new ArrayList<>());
        }
    }

    Table table() {
        return table;
    }

    Moves moves() {
        return moves;
    }

    Markers markers() {
        return markers;
    }

    boolean isDown() {
        return down;
    }

    int life() {
        return life;
    }

    /** Everything but the routing log is forgotten. */
    void crash(long downNs) {
        life++;
        down = true;
        markers.crash();
        moves.crash();
        for (int bucket = 0; bucket < World.BUCKETS; bucket++) {
            closed[bucket] = false;
            held.get(bucket).clear();
            inFlight[bucket] = 0;
            awaited.get(bucket).clear();
        }
        table.restart(world.has(Defect.KEEPS_ROUTING_IN_MEMORY));
        int crashed = life;
        world.timeline().after(downNs, () -> down &= crashed != life);
    }

    /** Takes a client's request; nothing is answered while it is down. */
    void take(Request.Asked asked, BooleanSupplier clientGone, Consumer<Answer> answer) {
        if (!down) {
            accept(new Exchange(asked, clientGone, answer));
        }
    }

    private void accept(Exchange exchange) {
        int bucket = exchange.bucket();
        if (!closed[bucket]) {
            serve(exchange);
            return;
        }
        held.get(bucket).add(exchange);
        int now = life;
        world.timeline().after(HOLD, () -> {
            if (now == life && held.get(bucket).remove(exchange)) {
                exchange.answer(Answer.NONE);
            }
        });
    }

    void close(int bucket) {
        closed[bucket] = true;
    }

    /** Serves what waited, first come first. */
    void open(int bucket) {
        closed[bucket] = false;
        List<Exchange> released = List.copyOf(held.get(bucket));
        held.get(bucket).clear();
        released.forEach(this::serve);
    }

    /** Calls back as soon as no request of the bucket is under way. */
    void whenEnded(int bucket, Runnable ended) {
        if (inFlight[bucket] == 0) {
            ended.run();
        } else {
            awaited.get(bucket).add(ended);
        }
    }

    private void serve(Exchange exchange) {
        if (exchange.isPointless()) {
            return;
        }
        int bucket = exchange.bucket();
        if (world.has(Defect.BLACK_HOLE) && isWrite(exchange) && picked(exchange)) {
            exchange.answer(Answer.ok(0, ServedBy.named(table.owner(bucket).text())));
            return;
        }
        Node owner = owner(exchange, bucket);
        inFlight[bucket]++;
        ask(owner, request(exchange, owner, table.epoch(bucket)), answer -> {
            if (--inFlight[bucket] == 0) {
                List<Runnable> ended = List.copyOf(awaited.get(bucket));
                awaited.get(bucket).clear();
                ended.forEach(Runnable::run);
            }
            finish(exchange, owner, answer);
        });
        if (table.isDual()) {
            ask(Node.NEW, shadow(exchange), unused -> {});
        }
        world.crashes(Node.BRIDGE, CrashPoint.SENT);
    }

    private boolean isWrite(Exchange exchange) {
        return world.course().kind(exchange.asked().kind()).write();
    }

    private boolean picked(Exchange exchange) {
        return world.draw().of(SELDOM, exchange.asked().id()) == 0;
    }

    private Node owner(Exchange exchange, int bucket) {
        Node owner = table.owner(bucket);
        if (isWrite(exchange)) {
            return owner;
        }
        boolean coin = world.has(Defect.READS_BY_COIN) && table.declared().mode() == RoutingMode.SPLIT;
        if (coin) {
            return world.draw().share(exchange.asked().id()) < 0.5 ? Node.OLD : Node.NEW;
        }
        return world.has(Defect.READS_STAY_ON_OLD) ? Node.OLD : owner;
    }

    private Request request(Exchange exchange, Node owner, long epoch) {
        boolean fresh = world.has(Defect.FORGETS_OPERATION_IDS) && owner == Node.NEW;
        long key = fresh
                ? Draw.place(exchange.asked().id(), sent)
                : exchange.asked().id();
        return new Request(
                exchange.asked(),
                key,
                exchange.bucket(),
                world.has(Defect.FORGETS_EPOCHS) ? UNFENCED : epoch,
                false,
                true);
    }

    private Request shadow(Exchange exchange) {
        boolean writes = world.has(Defect.WRITES_TO_BOTH);
        return new Request(
                exchange.asked(),
                exchange.asked().id(),
                exchange.bucket(),
                -1,
                !writes,
                writes || world.has(Defect.CHARGES_IN_SHADOW));
    }

    /** Its answer, or that there is none. */
    private void ask(Node system, Request request, Consumer<Answer> answer) {
        int now = life;
        boolean[] answered = new boolean[1];
        Consumer<Answer> once = given -> {
            if (now == life && !answered[0]) {
                answered[0] = true;
                answer.accept(given);
            }
        };
        world.timeline().after(TIMEOUT, () -> once.accept(Answer.NONE));
        long place = Draw.place(Draw.place(0xB1, request.asked().id()), sent++);
        world.links()
                .<Answer>call(
                        Link.toSystem(system),
                        place,
                        back -> world.system(system).take(request, back),
                        once);
    }

    private void finish(Exchange exchange, Node owner, Answer answer) {
        boolean write = isWrite(exchange);
        if (write && (answer.fenced() || sendsAgain(answer)) && exchange.mayBeResent()) {
            accept(exchange);
        } else if (write && missing(answer) && world.has(Defect.ASKS_THE_OTHER_SIDE) && exchange.mayBeResent()) {
            ask(owner.other(), request(exchange, owner.other(), UNFENCED), exchange::answer);
        } else {
            exchange.answer(altered(exchange, owner, answer));
        }
    }

    private static boolean missing(Answer answer) {
        return answer.outcome() == Outcome.UNKNOWN;
    }

    private boolean sendsAgain(Answer answer) {
        return missing(answer) && world.has(Defect.SENDS_AGAIN_ITSELF);
    }

    private Answer altered(Exchange exchange, Node owner, Answer answer) {
        if (world.has(Defect.OK_ON_TIMEOUT) && missing(answer) && isWrite(exchange)) {
            return Answer.ok(0, ServedBy.named(owner.text()));
        }
        boolean ok = answer.outcome() == Outcome.OK && isWrite(exchange);
        return world.has(Defect.ANSWERS_A_WRONG_VERSION) && ok && picked(exchange)
                ? answer.as(Outcome.OK, answer.version() + 1)
                : answer;
    }
}
