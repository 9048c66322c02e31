package dev.cutover.reports.sample;

import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The verdicts of the sample runs; the course is that of the schedule. */
final class Verdicts {
    private static final List<String> CHECKERS =
            List.of("no-acknowledged-loss", "no-duplicate", "no-phantom", "order-per-key", "conservation", "power");

    private Verdicts() {}

    static VerdictReport go() {
        List<Finding> findings = new ArrayList<>();
        List.of("rollback-complete", "agreement", "side-effects").forEach(checker -> findings.add(passed(checker)));
        CHECKERS.forEach(checker -> findings.add(passed(checker)));
        return report(Verdict.GO, "all 9 checks and 5 gates passed", "reference", findings, gate(Result.PASS, "0"), 0);
    }

    static VerdictReport noGo() {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(
                "rollback-complete",
                Result.FAIL,
                9_871,
                3,
                "3 of 9871 acknowledged writes are missing",
                List.of(new CounterExample(
                        "append 88123 of key 4711 was acknowledged 41 ms before the rollback was declared complete",
                        Map.of("operation", 88_123, "key", 4_711, "servedBy", "new")))));
        CHECKERS.forEach(checker -> findings.add(passed(checker)));
        findings.add(finding(
                "agreement",
                Result.FAIL,
                35_012,
                1,
                "1 row of 35012 differs at the end",
                List.of(new CounterExample("row 123 differs", Map.of("old", "open", "new", "closed")))));
        findings.add(finding("side-effects", Result.UNKNOWN, 0, 0, "the third party's record is torn", List.of()));
        return report(
                Verdict.NO_GO,
                "rollback-complete: 3 of 9871 acknowledged writes are missing",
                "forgets-back-sync",
                findings,
                gate(Result.FAIL, "4"),
                3);
    }

    private static Finding passed(String checker) {
        return finding(checker, Result.PASS, 14_210, 0, "no violation", List.of());
    }

    private static Finding finding(
            String checker,
            Result result,
            long examined,
            long violations,
            String message,
            List<CounterExample> examples) {
        return new Finding(
                checker,
                "The property of " + checker,
                result,
                examined,
                violations,
                message,
                examples,
                keys(violations));
    }

    private static List<String> keys(long violations) {
        return LongStream.range(0, violations * 20)
                .mapToObj(key -> Long.toString(4_711 + key))
                .toList();
    }

    private static VerdictReport.Gate gate(Result result, String value) {
        return new VerdictReport.Gate("unknown-outcomes", "dual", result, value, "at most 0", "1980 operations");
    }

    private static VerdictReport report(
            Verdict verdict,
            String reason,
            String bridge,
            List<Finding> findings,
            VerdictReport.Gate first,
            long lost) {
        return new VerdictReport(
                VerdictReport.SCHEMA,
                verdict,
                verdict.exitCode(),
                reason,
                new VerdictReport.Run(
                        "reference-20261122-181403-42",
                        "reference",
                        42,
                        bridge,
                        "processes",
                        SampleRun.STARTED,
                        118.4,
                        "5b98cd0",
                        SampleRun.MACHINE),
                "./cutover rehearse --seed 42",
                findings,
                List.of(
                        first,
                        new VerdictReport.Gate("plan-completed", "", Result.PASS, "every phase", "every phase", ""),
                        new VerdictReport.Gate("operations-per-second", "", Result.PASS, "178", "at least 150", ""),
                        new VerdictReport.Gate("rollback-within", "", Result.PASS, "1244 ms", "30000 ms", ""),
                        new VerdictReport.Gate("dead-letters", "", Result.PASS, "0", "0", "")),
                List.of(new VerdictReport.NotExamined("invariants", "none is declared")),
                figures(lost),
                Schedule.phases().stream().map(Verdicts::phase).toList(),
                Schedule.phases().stream().map(Verdicts::fault).toList(),
                List.of(
                        new VerdictReport.Occurred(Hazard.IN_FLIGHT_AT_A_MOVE, 61L, 10),
                        new VerdictReport.Occurred(Hazard.REQUEST_LOST, null, 0)));
    }

    private static VerdictReport.Figures figures(long lost) {
        return new VerdictReport.Figures(
                new VerdictReport.Operations(14_322, 13_746, 548, 28, 11L, 178.2),
                new VerdictReport.Rollback(1_243.7, 9_871L, lost),
                new VerdictReport.Hold(192, new VerdictReport.Spread(28.4, 131.6, 144.2), 0),
                new VerdictReport.Lag(
                        new VerdictReport.Spread(11.2, 372, 611), new VerdictReport.Spread(9.4, 288, 402)),
                new Comparisons(
                        1_912, 1_861, 1_859, 2, new TreeMap<>(Map.of("timeout", 38L, "version", 13L)), new TreeMap<>()),
                new VerdictReport.Injector(4_210, 4_210, 12.1, 180, 178.2),
                new VerdictReport.Environment(12_940.2),
                new VerdictReport.Machine(0.83, 0.01));
    }

    private static VerdictReport.Phase phase(Schedule.Phase phase) {
        long operations = 180 * (phase.endNs() - phase.beginNs()) / Schedule.SECOND;
        return new VerdictReport.Phase(
                phase.name(),
                phase.index(),
                phase.beginNs(),
                phase.endNs(),
                operations,
                operations - 70 - phase.index(),
                70,
                phase.index(),
                180.0,
                2.5,
                41.0 + phase.index(),
                1_480.0);
    }

    private static VerdictReport.Fault fault(Schedule.Phase phase) {
        return new VerdictReport.Fault(
                phase.name() + "-1",
                phase.fault().name(),
                phase.fault().target(),
                phase.name(),
                phase.injectedNs(),
                phase.healedNs(),
                true,
                "3 probes through the link were refused",
                412L);
    }
}
