package dev.cutover.bridge;

import dev.cutover.bridge.move.Drain;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.shadow.ShadowHeaders;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Forwarder;
import dev.cutover.bridge.traffic.IdempotencyKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a variant of the bridge may replace, and what it may look at: the routing in force and the meters.
 *
 * @param forwarding what is put around the reference's forwarder
 */
public record Parts(
        IdempotencyKeys keys,
        ShadowHeaders shadowHeaders,
        Drain drain,
        UnaryOperator<Forwarder> forwarding,
        Delivery delivery,
        Supplier<RoutingTable> routing,
        MeterRegistry meters) {

    /** The reference's, but for its drain. */
    static Parts standard(Drain drain, Supplier<RoutingTable> routing, MeterRegistry meters) {
        return new Parts(
                IdempotencyKeys.operationId(),
                ShadowHeaders.harmless(),
                drain,
                UnaryOperator.identity(),
                Delivery.atOnce(),
                routing,
                meters);
    }

    public Parts withKeys(IdempotencyKeys other) {
        return new Parts(other, shadowHeaders, drain, forwarding, delivery, routing, meters);
    }

    public Parts withShadowHeaders(ShadowHeaders other) {
        return new Parts(keys, other, drain, forwarding, delivery, routing, meters);
    }

    public Parts withDrain(Drain other) {
        return new Parts(keys, shadowHeaders, other, forwarding, delivery, routing, meters);
    }

    public Parts withForwarding(UnaryOperator<Forwarder> other) {
        return new Parts(keys, shadowHeaders, drain, other, delivery, routing, meters);
    }

    public Parts withDelivery(Delivery other) {
        return new Parts(keys, shadowHeaders, drain, forwarding, other, routing, meters);
    }
}
