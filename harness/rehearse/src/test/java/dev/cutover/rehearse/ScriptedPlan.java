package dev.cutover.rehearse;

import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Place;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.load.SmallLoad;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.EvidenceForm;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.ObservationSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.SentinelSpec;
import dev.cutover.rehearse.plan.StreamSpec;
import java.io.IOException;
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

    /** How everything is steered, unless a test says otherwise. */
    static final String CONTROL = """
            within: 4 s
            steps:
              start: [{ post: sync.http/bootstrap }]
              copy:
                - { until: { get: sync.http/bootstrap, at: /state, is: done }, every: 10 ms, ask: start,
                    again: [idle], fails: [failed], keep: { copied: /copied } }
              switch:
                - { put: bridge.admin/routing, body: '{"mode":"${mode}"}', keep: { epoch: /epoch, moves: /moves } }
            bootstrap: [copy]
            route: [switch]
            comparisons: { get: bridge.admin/comparisons }
            """;

    /** A topic with one operation and a marker. */
    static StreamLog.Extent carried(String topic, Broker.Taker taker) throws IOException {
        taker.take(0, 0, Received.of("{\"operation\":\"1\"}", Map.of()));
        taker.take(0, 1, Received.of("marker", Map.of()));
        return new StreamLog.Extent(topic, "delete", 2, List.of(new StreamLog.Part(0, 0, 2, 2)));
    }

    /** What the bridge says it has compared: more than any load has asked for. */
    static String account(int different) {
        return "{\"eligible\":900000,\"compared\":900000,\"equal\":0,\"different\":" + different + ",\"dropped\":{}}";
    }

    static Plan plan() {
        return plan(CONTROL);
    }

    static Plan plan(KeySpec keys, LoadModel load) {
        return plan(CONTROL, sentinels(), phases(), keys, load);
    }

    static Plan plan(String control) {
        return plan(control, sentinels(), phases());
    }

    static Plan plan(String control, List<SentinelSpec> sentinels, List<PhaseSpec> phases) {
        return plan(control, sentinels, phases, new KeySpec.Numbers(new Range(1, 10)), SmallLoad.load());
    }

    private static Plan plan(
            String control, List<SentinelSpec> sentinels, List<PhaseSpec> phases, KeySpec keys, LoadModel load) {
        return plan(control, sentinels, phases, keys, load, EvidenceForm.VALUES);
    }

    static Plan plan(EvidenceForm evidence) {
        return plan(CONTROL, sentinels(), phases(), new KeySpec.Numbers(new Range(1, 10)), SmallLoad.load(), evidence);
    }

    private static Plan plan(
            String control,
            List<SentinelSpec> sentinels,
            List<PhaseSpec> phases,
            KeySpec keys,
            LoadModel load,
            EvidenceForm evidence) {
        return new Plan(
                "scripted",
                "environment.yaml",
                Optional.empty(),
                Map.of(),
                keys,
                load,
                YamlFile.parse("control", control).bind(ControlSpec.class),
                new TreeMap<>(Map.of("old", observed("old-db"), "new", observed("new-db"))).descendingMap(),
                sentinels,
                Map.of(),
                Map.of("forward", stream()),
                Optional.of(new Plan.DeadLetters("kafka", "dead-letters")),
                evidence,
                Optional.empty(),
                phases,
                Map.of(),
                Optional.of(new LimitSpec(
                        Optional.of(0.5), 1, Optional.of(Duration.ofSeconds(5)), Duration.ofMillis(500), 0)));
    }

    private static StreamSpec stream() {
        return new StreamSpec(
                "kafka", "forward", "old", Place.of("/operation"), List.of(), true, Optional.of(0.0), Optional.empty());
    }

    static List<SentinelSpec> sentinels() {
        return List.of(new SentinelSpec(
                "forward",
                Optional.empty(),
                new SentinelSpec.Send.Sql("old-db", "shop", "sentinel ${sentinel}"),
                List.of(new SentinelSpec.Seen("new-db", "shop", "seen ${sentinel}", 1))));
    }

    static List<PhaseSpec> phases(String... by) {
        return List.of(
                phase("old", null),
                phase("dual", RoutingMode.DUAL),
                phase("new", RoutingMode.NEW),
                phase("back", RoutingMode.OLD, by));
    }

    private static ObservationSpec observed(String database) {
        return new ObservationSpec(
                database,
                "shop",
                Map.of("ledger", new ObservationSpec.Applied(List.of("write"), "ledger", true)),
                Map.of(),
                Map.of("order", "orders"),
                Map.of("credit", new ObservationSpec.Total("total", true)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static PhaseSpec phase(String name, @Nullable RoutingMode mode, String... by) {
        return new PhaseSpec(
                name,
                mode == null,
                Optional.ofNullable(mode)
                        .map(one -> new PhaseSpec.RouteSpec(one, one == RoutingMode.NEW ? 1 : 0, List.of(by))),
                Duration.ZERO,
                mode == RoutingMode.OLD,
                MOMENT,
                Optional.empty(),
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
                "",
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
                        List.of("write"),
                        0,
                        List.of("forward"),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(
                                "forward",
                                new Obligations.Topic(
                                        List.of("write"), "old", "stream-forward.jsonl", true, 0.0, null))),
                        null,
                        false,
                        true,
                        true,
                        true,
                        List.of(),
                        false,
                        new TreeMap<>(),
                        new Limits(0.5, 5, 5_000, 500, 0, new TreeMap<>())));
    }

    private static Reads reads() {
        return new Reads(
                new TreeMap<>(Map.of("ledger", new Reads.Table(List.of("write"), true))),
                List.of(),
                List.of("order"),
                List.of("credit"),
                List.of("credit"),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }
}
