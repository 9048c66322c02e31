package dev.cutover.bridge.traffic;

import dev.cutover.bridge.routing.Routing;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import io.vertx.core.Future;

/** Decides for each request: hold it, or send it to the owner of its bucket. Lives on the event loop. */
public final class Dispatch {

    private final Routing routing;
    private final Hold hold;
    private final InFlight inFlight;
    private final Forwarder forwarder;
    private final Companion shadow;

    public Dispatch(Routing routing, Hold hold, InFlight inFlight, Forwarder forwarder, Companion shadow) {
        this.routing = routing;
        this.hold = hold;
        this.inFlight = inFlight;
        this.forwarder = forwarder;
        this.shadow = shadow;
    }

    /** Takes a request; its answer completes later. */
    void accept(Exchange exchange) {
        if (hold.isClosed(exchange.bucket())) {
            hold.add(exchange);
        } else {
            serve(exchange);
        }
    }

    /** Opens a bucket; returns how many requests had waited for it. */
    int release(int bucket) {
        var released = hold.open(bucket);
        released.forEach(this::serve);
        return released.size();
    }

    private void serve(Exchange exchange) {
        if (exchange.isPointless()) {
            exchange.answer(OwnAnswers.overloaded("the client left while its request was held"), "bridge");
            return;
        }
        RoutingTable table = routing.table();
        Ownership ownership = table.ownership(exchange.bucket());
        inFlight.enter(exchange.bucket());
        Future<Answer> answer = forwarder.ask(exchange, ownership);
        if (table.isDual()) {
            shadow.follow(exchange, answer);
        }
        answer.onSuccess(given -> {
            inFlight.leave(exchange.bucket());
            finish(exchange, given, ownership);
        });
    }

    private void finish(Exchange exchange, Answer answer, Ownership ownership) {
        if (answer.isFenced() && exchange.operation().isWrite() && exchange.mayBeResent()) {
            accept(exchange);
        } else {
            exchange.answer(answer, ownership.owner().label());
        }
    }
}
