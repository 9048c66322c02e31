package dev.cutover.scenarios.cli;

import dev.cutover.harness.evidence.Manifest;
import dev.cutover.harness.evidence.Obligations;
import dev.cutover.harness.evidence.RunDirectory;
import dev.cutover.harness.plan.FaultSpec;
import dev.cutover.harness.plan.PhaseSpec;
import dev.cutover.harness.plan.Plan;
import dev.cutover.scenarios.load.PriceFeed;
import dev.cutover.scenarios.load.ShopOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down, before anything is started, what is run and what it owes. */
final class RunManifest {

    private static final Set<String> LOSSES = Set.of("ack-lost", "request-lost", "freeze", "down", "torn");

    private RunManifest() {}

    static void write(RunDirectory run, Plan plan, String bridge, long seed, String runtime) throws IOException {
        Files.copy(plan.file(), run.plan());
        manifest(plan, bridge, seed, runtime).write(run);
    }

    private static Manifest manifest(Plan plan, String bridge, long seed, String runtime) {
        var now = Instant.now().toString();
        return new Manifest(
                Manifest.SCHEMA,
                Home.nameOrPath(plan.file()),
                seed,
                bridge,
                runtime,
                now,
                new Manifest.ClockBase(System.nanoTime(), now),
                machine(),
                Map.of("cutover", Version.current(), "commit", commit()),
                Arrays.stream(ShopOperation.values())
                        .map(operation -> new Manifest.Kind(operation.label(), operation.write()))
                        .toList(),
                plan.phases().stream().map(PhaseSpec::name).toList(),
                List.copyOf(plan.observe().keySet()),
                obligations(plan));
    }

    private static Obligations obligations(Plan plan) {
        List<FaultSpec> faults =
                plan.phases().stream().flatMap(phase -> phase.faults().stream()).toList();
        return new Obligations(
                List.copyOf(plan.observe().keySet()),
                "old",
                (int) plan.phases().stream().filter(PhaseSpec::rollback).count(),
                ShopOperation.PAY_ORDER.label(),
                PriceFeed.ENTITY,
                plan.limits().acknowledgedPerPhase(),
                faults.stream().map(FaultSpec::id).toList(),
                faults.stream().map(FaultSpec::name).anyMatch(LOSSES::contains));
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "cpus", Runtime.getRuntime().availableProcessors(),
                "memoryMiB", memoryMiB(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "java", System.getProperty("java.vm.version"));
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

    /** The checkout's commit, for the record; empty outside a git checkout. */
    private static String commit() {
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
