package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.routing.Side;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;

/** Asks new for something else than its client asked for. Shadows ask for what the client did. */
final class AsksNewForElse implements Forwarder {
    private final Forwarder owner;
    private final Set<Operation> operations;
    private final Predicate<ObjectNode> change;
    private final Counter activated;

    private AsksNewForElse(
            Forwarder owner, Set<Operation> operations, Predicate<ObjectNode> change, Counter activated) {
        this.owner = owner;
        this.operations = operations;
        this.change = change;
        this.activated = activated;
    }

    /** Changes the bodies of some operations; {@code change} says whether it did anything. */
    static Parts variant(Parts parts, Set<Operation> operations, Predicate<ObjectNode> change) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new AsksNewForElse(owner, operations, change, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (ownership.owner() == Side.OLD || !operations.contains(exchange.operation())) {
            return owner.ask(exchange, ownership);
        }
        return owner.ask(changed(exchange), ownership);
    }

    private Exchange changed(Exchange exchange) {
        try {
            if (Json.read(exchange.body().getBytes()) instanceof ObjectNode body && change.test(body)) {
                activated.increment();
                return exchange.withBody(Buffer.buffer(Json.write(body)));
            }
            return exchange;
        } catch (IOException e) {
            return exchange; // Not JSON: new says so.
        }
    }
}
