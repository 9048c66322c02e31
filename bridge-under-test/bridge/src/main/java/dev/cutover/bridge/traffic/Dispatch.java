package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Slot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Decides for each request: hold it, or send it to the owner of its bucket. Lives on the event loop. */
public final class Dispatch {
    /** How long a request may wait for its bucket; what is left of a client's patience must suffice to serve it. */
    public static final Duration HOLD_BUDGET = Duration.ofMillis(1_200);

    private final Vertx vertx;
    private final Routing routing;
    private final Hold hold;
    private final InFlight inFlight;
    private final Forwarder forwarder;
    private final Companion shadow;
    private final Meters meters;

    public Dispatch(
            Vertx vertx,
            Routing routing,
            Hold hold,
            InFlight inFlight,
            Forwarder forwarder,
            Companion shadow,
            Meters meters) {
        this.vertx = vertx;
        this.routing = routing;
        this.hold = hold;
        this.inFlight = inFlight;
        this.forwarder = forwarder;
        this.shadow = shadow;
        this.meters = meters;
    }

    /** Takes a request; its answer completes later. */
    void accept(Exchange exchange) {
        if (!hold.isClosed(exchange.bucket())) {
            serve(exchange);
        } else if (hold.add(exchange)) {
            keep(exchange);
        } else {
            exchange.answer(OwnAnswers.overloaded("too many requests wait for a bucket that is moving"), "bridge");
        }
    }

    /** Opens a bucket; returns how many requests had waited for it. */
    public int release(int bucket) {
        var released = hold.open(bucket);
        released.forEach(this::serve);
        return released.size();
    }

    private void keep(Exchange exchange) {
        long since = System.nanoTime();
        long timer = vertx.setTimer(HOLD_BUDGET.toMillis(), id -> {
            if (hold.remove(exchange)) {
                exchange.answer(OwnAnswers.overloaded("held longer than " + HOLD_BUDGET.toMillis() + " ms"), "bridge");
            }
        });
        exchange.onServed(() -> {
            vertx.cancelTimer(timer);
            meters.held(System.nanoTime() - since);
        });
    }

    private void serve(Exchange exchange) {
        exchange.served();
        if (exchange.isPointless()) {
            exchange.answer(OwnAnswers.overloaded("the client left while its request was held"), "bridge");
            return;
        }
        RoutingTable table = routing.table();
        Slot slot = table.slot(exchange.bucket());
        inFlight.enter(exchange.bucket());
        Future<Answer> answer = forwarder.ask(exchange, slot);
        if (table.isDual()) {
            shadow.follow(exchange, answer);
        }
        answer.onSuccess(given -> {
            inFlight.leave(exchange.bucket());
            finish(exchange, given, slot);
        });
    }

    private void finish(Exchange exchange, Answer answer, Slot slot) {
        if (answer.isFenced() && exchange.operation().isWrite() && exchange.mayBeResent()) {
            accept(exchange);
        } else {
            exchange.answer(answer, slot.owner().label());
        }
    }
}
