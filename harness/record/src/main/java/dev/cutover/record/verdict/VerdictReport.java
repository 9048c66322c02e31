package dev.cutover.record.verdict;

import dev.cutover.record.json.Json;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything in {@code verdict.json}; see docs/run-directory.md. Times named ns are on the run's monotonic clock; latencies are in milliseconds. */
public record VerdictReport(
        String schema,
        Verdict verdict,
        int exitCode,
        String reason,
        Run run,
        String replay,
        List<Finding> findings,
        List<Gate> gates,
        List<NotExamined> notExamined,
        Figures figures,
        List<Phase> phases,
        List<Fault> faults,
        List<Occurred> hazards) {
    public static final String SCHEMA = "cutover.verdict/4";

    /** What stands before a gate's name where checkers are named, too. */
    public static final String GATE = "gate:";

    public VerdictReport {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("expected schema " + SCHEMA + ", found " + schema);
        }
        findings = List.copyOf(findings);
        gates = List.copyOf(gates);
        notExamined = List.copyOf(notExamined);
        phases = List.copyOf(phases);
        faults = List.copyOf(faults);
        hazards = List.copyOf(hazards);
    }

    /** Who says no: checkers by their names, gates as {@code gate:NAME}. */
    public Set<String> failed() {
        Set<String> failed = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .forEach(finding -> failed.add(finding.checker()));
        gates.stream().filter(gate -> gate.result() == Result.FAIL).forEach(gate -> failed.add(GATE + gate.gate()));
        return failed;
    }

    /** Writes {@code verdict.json}, replacing an older one. */
    public void write(RunDirectory run) throws IOException {
        Json.write(run.verdict(), this);
    }

    /**
     * Reads {@code verdict.json}.
     *
     * @throws IOException if there is none, it is not of this schema, or it lacks what is not marked as nullable
     */
    public static VerdictReport read(RunDirectory run) throws IOException {
        return Json.readComplete(run.verdict(), VerdictReport.class);
    }

    /** Which run was judged. */
    public record Run(
            String directory,
            String plan,
            long seed,
            String bridge,
            String runtime,
            String startedAt,
            @Nullable Double durationSeconds,
            String commit,
            Manifest.Machine machine) {}

    /** What this run does not owe, so that nothing says whether it holds. */
    public record NotExamined(String property, String because) {}

    /** A limit and what was found. */
    public record Gate(String gate, String phase, Result result, String value, String limit, String detail) {}

    /** A phase and its load; operations count to the phase they were invoked in. */
    public record Phase(
            String phase,
            int index,
            @Nullable Long beginNs,
            @Nullable Long endNs,
            long operations,
            long ok,
            long refused,
            long unknown,
            @Nullable Double perSecond,
            @Nullable Double p50Ms,
            @Nullable Double p99Ms,
            @Nullable Double maxMs) {}

    /** How often a dangerous situation was seen, if that can be told, and how often it must be. */
    public record Occurred(Hazard hazard, @Nullable Long seen, long required) {

        /** Whether it occurred as often as it must. */
        public boolean enough() {
            return seen == null ? required == 0 : seen >= required;
        }
    }

    /** A fault as it went; a time that is absent says that it did not come to this. {@code touched}: the operations under way while it was active. */
    public record Fault(
            String id,
            String fault,
            String target,
            String phase,
            @Nullable Long injectedNs,
            @Nullable Long healedNs,
            boolean verified,
            String evidence,
            @Nullable Long touched) {

        /** The same, with what it touched. */
        public Fault touching(@Nullable Long operations) {
            return new Fault(id, fault, target, phase, injectedNs, healedNs, verified, evidence, operations);
        }
    }

    /** The figures of the whole run; one that was not measured is absent. */
    public record Figures(
            Operations operations,
            @Nullable Rollback rollback,
            @Nullable Hold hold,
            Lag lag,
            dev.cutover.record.evidence.@Nullable Comparisons comparisons,
            @Nullable Injector injector,
            Environment environment,
            Machine machine) {}

    /** Counts by outcome; {@code unknownApplied} of the unknown were found to have happened, if that can be told. */
    public record Operations(
            long total,
            long ok,
            long refused,
            long unknown,
            @Nullable Long unknownApplied,
            @Nullable Double perSecond) {}

    /** The first rollback: how long it took, what had been acknowledged by then, and what of it was lost. */
    public record Rollback(
            @Nullable Double tookMs,
            @Nullable Long acknowledged,
            @Nullable Long lost) {}

    /** How long requests were held while buckets moved. */
    public record Hold(long moves, @Nullable Spread ms, long aborts) {}

    /** Replication lag by direction, sampled once a second. */
    public record Lag(@Nullable Spread oldToNew, @Nullable Spread newToOld) {}

    /** A distribution. */
    public record Spread(double p50Ms, double p99Ms, double maxMs) {}

    /** Whether the injector did what was planned. */
    public record Injector(
            long plannedSessions,
            long startedSessions,
            @Nullable Double startLagP99Ms,
            double plannedPerSecond,
            double achievedPerSecond) {}

    /** How long the environment took to come up. */
    public record Environment(@Nullable Double upMs) {}

    /** Mean shares of the machine's processor time under load: in use by whomever, and of it what the machine's host gave to others. */
    public record Machine(@Nullable Double busy, @Nullable Double stolen) {}
}
