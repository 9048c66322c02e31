package dev.cutover.scenarios.cli;

import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.PublishSpec;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.ObservationSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.rehearse.plan.SentinelSpec;
import dev.cutover.scenarios.stage.Assembly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down, before anything is started, what is run and what it owes. */
final class RunManifest {

    private RunManifest() {}

    /**
     * With the plan and its environment.
     *
     * @param replay the command that runs it again
     */
    static void write(RunDirectory run, Assembly assembly, String replay) throws IOException {
        assembly.resolved().write(run.plan(), assembly.images().names());
        manifest(
                        assembly.resolved(),
                        assembly.bridgeName(),
                        assembly.seed(),
                        assembly.choice().name().toString(),
                        replay)
                .write(run);
    }

    /** What a plan owes, before it is run. */
    static Manifest manifest(ResolvedPlan resolved) {
        return manifest(resolved, "", 0, "", "");
    }

    private static Manifest manifest(ResolvedPlan resolved, String bridge, long seed, String runtime, String replay) {
        Plan plan = resolved.plan();
        var now = Instant.now().toString();
        return new Manifest(
                Manifest.SCHEMA,
                Home.nameOrPath(resolved.file()),
                seed,
                bridge,
                runtime,
                now,
                replay,
                new Manifest.ClockBase(System.nanoTime(), now),
                machine(),
                new Manifest.Versions(Version.current(), commit()),
                kinds(plan.load()),
                plan.phases().stream().map(PhaseSpec::name).toList(),
                List.copyOf(plan.observe().keySet()),
                obligations(plan));
    }

    /** In the plan's order: the journal's numbers. */
    private static List<Manifest.Kind> kinds(LoadModel load) {
        return load.operations().entrySet().stream()
                .map(operation -> new Manifest.Kind(
                        operation.getKey(),
                        operation.getValue().role(),
                        operation.getValue().of().orElse(null),
                        operation.getValue().content().stream()
                                .map(place -> Look.of(place).toString())
                                .toList()))
                .toList();
    }

    private static Obligations obligations(Plan plan) {
        List<FaultSpec> faults = PlanChanges.faults(plan);
        Map<String, Reads> reads = new LinkedHashMap<>();
        plan.observe().forEach((system, spec) -> reads.put(system, reads(spec)));
        return new Obligations(
                reads,
                "old",
                (int) plan.phases().stream().filter(PhaseSpec::rollback).count(),
                plan.phases().stream().anyMatch(PhaseSpec::bootstrap),
                plan.compared(),
                plan.phases().stream()
                        .flatMap(phase -> phase.canary().stream())
                        .mapToInt(canary -> canary.ask().size())
                        .sum(),
                plan.sentinels().stream().map(SentinelSpec::stream).toList(),
                effects(plan),
                topics(plan),
                plan.load().publish().stream()
                        .findFirst()
                        .map(PublishSpec::entity)
                        .orElse(null),
                plan.keys() instanceof KeySpec.Sql,
                plan.load().saysVersions(),
                plan.load().saysServers(),
                plan.deadLetters().isPresent(),
                faults.stream().map(FaultSpec::id).toList(),
                faults.stream().anyMatch(fault -> fault.what().losesMessages()),
                plan.mustOccur(),
                plan.bounds());
    }

    private static SortedMap<String, List<String>> kinds(Map<String, ObservationSpec.OfOperations> queries) {
        SortedMap<String, List<String>> kinds = new TreeMap<>();
        queries.forEach((name, query) -> kinds.put(name, query.of()));
        return kinds;
    }

    private static SortedMap<String, Obligations.Effects> effects(Plan plan) {
        SortedMap<String, Obligations.Effects> effects = new TreeMap<>();
        plan.effects()
                .forEach((name, effect) -> effects.put(
                        name,
                        new Obligations.Effects(
                                effect.of(), effect.file(name), effect.oncePerSubject(), effect.idempotent())));
        return effects;
    }

    private static SortedMap<String, Obligations.Topic> topics(Plan plan) {
        SortedMap<String, Obligations.Topic> topics = new TreeMap<>();
        plan.streams()
                .forEach((name, stream) -> topics.put(
                        name,
                        new Obligations.Topic(
                                stream.carries(
                                        Objects.requireNonNull(plan.observe().get(stream.from()))),
                                stream.from(),
                                StreamLog.file(name),
                                stream.ordered(),
                                stream.echoes().orElse(null),
                                stream.atMost().orElse(null))));
        return topics;
    }

    private static Reads reads(ObservationSpec spec) {
        SortedMap<String, Reads.Table> applied = new TreeMap<>();
        spec.applied().forEach((name, table) -> applied.put(name, new Reads.Table(table.of(), table.onlyClients())));
        return new Reads(
                applied,
                List.copyOf(spec.registers().keySet()),
                List.copyOf(spec.entities().keySet()),
                List.copyOf(spec.totals().keySet()),
                spec.atEveryInstant(),
                List.copyOf(spec.invariants().keySet()),
                kinds(spec.asked()),
                kinds(spec.counted()),
                List.copyOf(spec.kept().keySet()),
                List.copyOf(spec.effects().keySet()));
    }

    private static Manifest.Machine machine() {
        return new Manifest.Machine(
                Runtime.getRuntime().availableProcessors(),
                memoryMiB(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.version"));
    }

    private static long memoryMiB() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The checkout's commit, for the record; empty for a distribution, which may lie in another project's checkout. */
    private static String commit() {
        if (!Files.exists(Home.path().resolve(".git"))) {
            return "";
        }
        try {
            Process git = new ProcessBuilder("git", "-C", Home.path().toString(), "rev-parse", "--short=12", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
