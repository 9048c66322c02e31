package dev.cutover.rehearse;

import dev.cutover.environment.yaml.Range;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.SmallLoad;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.ObservationSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plan of a scripted world, and what it owes. */
final class ScriptedPlan {

    private static final Duration MOMENT = Duration.ofMillis(40);

    private ScriptedPlan() {}

    static Plan plan() {
        return plan(new KeySpec.Numbers(new Range(1, 10)), SmallLoad.load());
    }

    static Plan plan(KeySpec keys, LoadModel load) {
        var endpoint = new ControlSpec.Endpoint("bridge", "admin");
        var sentinel = new SentinelSpec(
                "forward",
                new SentinelSpec.Send.Sql("old-db", "shop", "insert"),
                List.of(new SentinelSpec.Seen("new-db", "shop", "seen", 1)));
        return new Plan(
                "scripted",
                "environment.yaml",
                Optional.empty(),
                Map.of(),
                keys,
                load,
                new ControlSpec(
                        new ControlSpec.RoutingEndpoint(endpoint.component(), endpoint.port(), "token"),
                        endpoint,
                        Duration.ofMillis(400)),
                new TreeMap<>(Map.of("old", observed("old-db"), "new", observed("new-db"))).descendingMap(),
                List.of(sentinel),
                new Plan.DeadLetters("kafka", "dead-letters"),
                List.of(
                        phase("old", null),
                        phase("dual", RoutingMode.DUAL),
                        phase("new", RoutingMode.NEW),
                        phase("back", RoutingMode.OLD)),
                new LimitSpec(0.5, 1, Duration.ofSeconds(5), Duration.ofMillis(500)));
    }

    private static ObservationSpec observed(String database) {
        return new ObservationSpec(database, "shop", "ledger", Map.of("credit", "total"), Map.of("order", "orders"));
    }

    private static PhaseSpec phase(String name, @Nullable RoutingMode mode) {
        return new PhaseSpec(
                name,
                mode == null,
                Optional.ofNullable(mode).map(one -> new PhaseSpec.RouteSpec(one, one == RoutingMode.NEW ? 1 : 0)),
                Duration.ZERO,
                mode == RoutingMode.OLD,
                MOMENT,
                Optional.empty(),
                List.of());
    }

    static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "scripted",
                42,
                "reference",
                "processes",
                "2026-11-22T00:00:00Z",
                new Manifest.ClockBase(5, "2026-11-22T00:00:00Z"),
                new Manifest.Machine(2, 1_000, "", ""),
                new Manifest.Versions("", ""),
                List.of(new Manifest.Kind("write", true)),
                List.of("old", "dual", "new", "back"),
                List.of("old", "new"),
                new Obligations(
                        List.of("old", "new"),
                        "old",
                        1,
                        true,
                        true,
                        List.of("order"),
                        List.of("credit"),
                        List.of("forward"),
                        null,
                        null,
                        List.of(),
                        false,
                        new Limits(0.5, 5, 5_000, 500, new TreeMap<>())));
    }
}
