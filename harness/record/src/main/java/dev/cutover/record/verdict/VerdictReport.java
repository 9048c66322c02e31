package dev.cutover.record.verdict;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Figures figures,
        List<Phase> phases,
        List<Fault> faults) {
    public static final String SCHEMA = "cutover.verdict/1";

    public VerdictReport {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("expected schema " + SCHEMA + ", found " + schema);
        }
        findings = List.copyOf(findings);
        gates = List.copyOf(gates);
        phases = List.copyOf(phases);
        faults = List.copyOf(faults);
    }

    /** Which run was judged. */
    public record Run(
            String directory,
            String plan,
            long seed,
            String bridge,
            String runtime,
            String startedAt,
            double durationSeconds,
            String commit,
            Map<String, Object> machine) {}

    /** A limit and what was found. */
    public record Gate(String gate, String phase, Result result, String value, String limit, String detail) {}

    /** A phase and its load; operations count to the phase they were invoked in. */
    public record Phase(
            String phase,
            int index,
            long beginNs,
            long endNs,
            long operations,
            long ok,
            long refused,
            long unknown,
            double perSecond,
            double p50Ms,
            double p99Ms,
            double maxMs) {}

    /** A fault as it went; a time of 0 says that it did not come to this. */
    public record Fault(
            String id,
            String fault,
            String target,
            String phase,
            long injectedNs,
            long healedNs,
            boolean verified,
            String evidence) {}

    /** The figures of the whole run. */
    public record Figures(
            Operations operations,
            Rollback rollback,
            Hold hold,
            Lag lag,
            Comparisons comparisons,
            Injector injector,
            Environment environment,
            Machine machine) {}

    /** Counts by outcome; {@code unknownApplied} of the unknown were found to have happened. */
    public record Operations(long total, long ok, long refused, long unknown, long unknownApplied, double perSecond) {}

    /** The first rollback: how long it took, what had been acknowledged by then, and what of it was lost. */
    public record Rollback(double tookMs, long acknowledged, long lost) {}

    /** How long requests were held while buckets moved. */
    public record Hold(long moves, double p50Ms, double p99Ms, double maxMs, long aborts) {}

    /** Replication lag by direction, sampled once a second. */
    public record Lag(Spread oldToNew, Spread newToOld) {}

    /** A distribution. */
    public record Spread(double p50Ms, double p99Ms, double maxMs) {}

    /** The bridge's account of dual mode: eligible = compared + dropped, by reason. */
    public record Comparisons(long eligible, long compared, long equal, long different, Map<String, Object> dropped) {
        public Comparisons {
            dropped = Map.copyOf(Objects.requireNonNullElse(dropped, Map.of()));
        }
    }

    /** Whether the injector did what was planned. */
    public record Injector(
            long plannedSessions,
            long startedSessions,
            double startLagP99Ms,
            double plannedPerSecond,
            double achievedPerSecond) {}

    /** How long the environment took to come up. */
    public record Environment(double upMs) {}

    /** Mean shares of the machine's processor time under load: in use by whomever, and of it what the machine's host gave to others. */
    public record Machine(double busy, double stolen) {}
}
