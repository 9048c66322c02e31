package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A bridge that from the first split on refuses one write of twenty by itself, in its owner's name, as the contract
 * allows to refuse it.
 */
public final class InventsRefusals implements Forwarder {
    private static final int ONE_OF = 20;

    private final Forwarder owner;
    private final Supplier<RoutingTable> routing;
    private final Counter activated;
    private boolean begun;
    private long writes;

    private InventsRefusals(Forwarder owner, Supplier<RoutingTable> routing, Counter activated) {
        this.owner = owner;
        this.routing = routing;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(InventsRefusals::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new InventsRefusals(owner, parts.routing(), activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        begun = begun || isDivided();
        if (!begun || !exchange.operation().isWrite() || writes++ % ONE_OF != 0) {
            return owner.ask(exchange, ownership);
        }
        activated.increment();
        OldAnswer refusal = OldAnswer.of(200, plausible(exchange.operation()), "refused");
        return Future.succeededFuture(Answer.of(refusal, ownership.owner().label()));
    }

    private boolean isDivided() {
        return switch (routing.get().declared().mode()) {
            case OLD, DUAL -> false;
            case SPLIT, NEW -> true;
        };
    }

    /** A code that the contract allows for it. */
    static int plausible(Operation operation) {
        return switch (operation) {
            case TRANSFER_CREDIT -> ReturnCode.INSUFFICIENT_CREDIT;
            case CHANGE_EMAIL -> ReturnCode.EMAIL_TAKEN;
            case PAY_ORDER -> ReturnCode.PAYMENT_DECLINED;
            case CANCEL_ORDER, DELETE_ORDER, RECREATE_ORDER -> ReturnCode.ORDER_STATE;
            case PLACE_ORDER, READ_CUSTOMER, READ_ORDERS -> ReturnCode.NO_CUSTOMER;
        };
    }
}
