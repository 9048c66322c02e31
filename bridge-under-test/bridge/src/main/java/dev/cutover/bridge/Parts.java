package dev.cutover.bridge;

import dev.cutover.bridge.move.Drain;
import dev.cutover.bridge.move.MarkerRule;
import dev.cutover.bridge.move.ProvenDrain;
import dev.cutover.bridge.move.RoutingChange;
import dev.cutover.bridge.routing.RoutingLog;
import dev.cutover.bridge.routing.RoutingStore;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.shadow.Differences;
import dev.cutover.bridge.shadow.ShadowHeaders;
import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Forwarder;
import dev.cutover.bridge.traffic.IdempotencyKeys;
import dev.cutover.crash.CrashPoints;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a variant of the bridge may replace, and what it may look at: the routing in force, once the bridge serves, and
 * the meters.
 *
 * @param crash where a routing change may be made to crash
 */
public record Parts(
        Traffic traffic,
        Shadowing shadowing,
        Moving moving,
        Supplier<RoutingTable> routing,
        MeterRegistry meters,
        CrashPoints crash) {

    /**
     * How clients are answered.
     *
     * @param forwarding what is put around the reference's forwarder
     */
    public record Traffic(IdempotencyKeys keys, UnaryOperator<Forwarder> forwarding, Delivery delivery) {}

    /**
     * How new is asked in old's shadow.
     *
     * @param companion what is put around the reference's shadow
     */
    public record Shadowing(ShadowHeaders headers, UnaryOperator<Companion> companion, Differences differences) {}

    /**
     * How the routing changes, and where it is kept.
     *
     * @param change what is put around the reference's
     * @param drain what is made of the reference's
     */
    public record Moving(
            RoutingStore.Opening store,
            UnaryOperator<RoutingChange> change,
            Function<ProvenDrain, Drain> drain,
            MarkerRule markers) {}

    /** The reference's. */
    static Parts standard(Supplier<RoutingTable> routing, MeterRegistry meters) {
        return new Parts(
                new Traffic(IdempotencyKeys.operationId(), UnaryOperator.identity(), Delivery.atOnce()),
                new Shadowing(ShadowHeaders.harmless(), UnaryOperator.identity(), Differences.all()),
                new Moving(RoutingLog::open, UnaryOperator.identity(), proven -> proven, MarkerRule.everywhere()),
                routing,
                meters,
                CrashPoints.off());
    }

    public Parts withKeys(IdempotencyKeys other) {
        return with(new Traffic(other, traffic.forwarding(), traffic.delivery()));
    }

    public Parts withForwarding(UnaryOperator<Forwarder> other) {
        return with(new Traffic(traffic.keys(), other, traffic.delivery()));
    }

    public Parts withDelivery(Delivery other) {
        return with(new Traffic(traffic.keys(), traffic.forwarding(), other));
    }

    public Parts withShadowHeaders(ShadowHeaders other) {
        return with(new Shadowing(other, shadowing.companion(), shadowing.differences()));
    }

    public Parts withCompanion(UnaryOperator<Companion> other) {
        return with(new Shadowing(shadowing.headers(), other, shadowing.differences()));
    }

    public Parts withDifferences(Differences other) {
        return with(new Shadowing(shadowing.headers(), shadowing.companion(), other));
    }

    public Parts withStore(RoutingStore.Opening other) {
        return with(new Moving(other, moving.change(), moving.drain(), moving.markers()));
    }

    public Parts withChange(UnaryOperator<RoutingChange> other) {
        return with(new Moving(moving.store(), other, moving.drain(), moving.markers()));
    }

    public Parts withDrain(Function<ProvenDrain, Drain> other) {
        return with(new Moving(moving.store(), moving.change(), other, moving.markers()));
    }

    public Parts withMarkers(MarkerRule other) {
        return with(new Moving(moving.store(), moving.change(), moving.drain(), other));
    }

    public Parts withCrashPoints(CrashPoints other) {
        return new Parts(traffic, shadowing, moving, routing, meters, other);
    }

    private Parts with(Traffic other) {
        return new Parts(other, shadowing, moving, routing, meters, crash);
    }

    private Parts with(Shadowing other) {
        return new Parts(traffic, other, moving, routing, meters, crash);
    }

    private Parts with(Moving other) {
        return new Parts(traffic, shadowing, other, routing, meters, crash);
    }
}
