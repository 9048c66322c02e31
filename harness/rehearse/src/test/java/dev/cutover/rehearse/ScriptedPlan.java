package dev.cutover.rehearse;

import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.LoadSpec;
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
        var endpoint = new ControlSpec.Endpoint("bridge", "admin");
        var sentinel = new SentinelSpec(
                "forward",
                new SentinelSpec.Send.Sql("old-db", "shop", "insert"),
                List.of(new SentinelSpec.Seen("new-db", "shop", "seen", 1)));
        return new Plan(
                "scripted",
                "environment.yaml",
                Map.of(),
                new LoadSpec(1, Duration.ofSeconds(10), "client->bridge", "keys", Optional.empty()),
                new ControlSpec(
                        new ControlSpec.RoutingEndpoint(endpoint.component(), endpoint.port(), "token"),
                        endpoint,
                        Duration.ofMillis(400)),
                new TreeMap<>(Map.of("old", observed("old-db"), "new", observed("new-db"))).descendingMap(),
                List.of(sentinel),
                Optional.empty(),
                Optional.of(new Plan.DeadLetters("kafka", "dead-letters")),
                List.of(
                        phase("old", null),
                        phase("dual", RoutingMode.DUAL),
                        phase("new", RoutingMode.NEW),
                        phase("back", RoutingMode.OLD)),
                Optional.of(new LimitSpec(
                        Optional.of(0.5), 1, Optional.of(Duration.ofSeconds(5)), Duration.ofMillis(500))));
    }

    private static ObservationSpec observed(String database) {
        return new ObservationSpec(
                database,
                "shop",
                Map.of("ledger", new ObservationSpec.Applied(List.of("write"), "ledger", true)),
                Map.of(),
                Map.of("order", "orders"),
                Map.of("credit", "total"),
                Map.of());
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
                List.of(new Manifest.Kind("write", Role.APPEND)),
                List.of("old", "dual", "new", "back"),
                List.of("old", "new"),
                new Obligations(
                        Map.of("old", reads(), "new", reads()),
                        "old",
                        1,
                        true,
                        true,
                        List.of("forward"),
                        null,
                        null,
                        false,
                        true,
                        true,
                        true,
                        List.of(),
                        false,
                        new Limits(0.5, 5, 5_000, 500, new TreeMap<>())));
    }

    private static Reads reads() {
        return new Reads(
                new TreeMap<>(Map.of("ledger", new Reads.Table(List.of("write"), true))),
                List.of(),
                List.of("order"),
                List.of("credit"),
                List.of());
    }
}
