package dev.cutover.reports;

import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Verdicts in which one thing is other than in the samples. */
final class Altered {
    private Altered() {}

    /** One gate more in each phase. */
    static VerdictReport manyGates(VerdictReport plain) {
        List<VerdictReport.Gate> gates = new ArrayList<>(plain.gates());
        plain.phases()
                .forEach(phase ->
                        gates.add(new VerdictReport.Gate("p99", phase.phase(), Result.PASS, "41 ms", "500 ms", "")));
        return with(plain, plain.findings(), gates, plain.figures(), plain.faults());
    }

    /** A gate among many that measured a sentence. */
    static VerdictReport refusedRouting(VerdictReport plain, String measured) {
        List<VerdictReport.Gate> gates = new ArrayList<>(manyGates(plain).gates());
        gates.add(new VerdictReport.Gate("plan-completed", "", Result.FAIL, measured, "every phase", ""));
        return with(plain, plain.findings(), gates, plain.figures(), plain.faults());
    }

    /** The first finding has so many counter-examples. */
    static VerdictReport examples(VerdictReport plain, int count) {
        Finding first = plain.findings().getFirst();
        List<CounterExample> examples = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new CounterExample(
                        "append " + i + " is lost", Map.of("before", Map.of("key", i, "version", 7))))
                .toList();
        List<Finding> findings = new ArrayList<>(plain.findings());
        findings.set(
                0,
                new Finding(
                        first.checker(),
                        first.title(),
                        first.result(),
                        first.examined(),
                        first.violations(),
                        first.message(),
                        examples,
                        List.of()));
        return with(plain, findings, plain.gates(), plain.figures(), plain.faults());
    }

    /** The plan ended before its last fault. */
    static VerdictReport endedEarly(VerdictReport plain) {
        List<VerdictReport.Fault> tried =
                plain.faults().subList(0, plain.faults().size() - 1);
        return with(plain, plain.findings(), plain.gates(), plain.figures(), tried);
    }

    /** Nothing was measured. */
    static VerdictReport unmeasured(VerdictReport plain) {
        return with(
                plain,
                plain.findings(),
                plain.gates(),
                new VerdictReport.Figures(
                        new VerdictReport.Operations(0, 0, 0, 0, 0L, null),
                        new VerdictReport.Rollback(null, null, null),
                        new VerdictReport.Hold(7, null, 0),
                        new VerdictReport.Lag(null, null),
                        null,
                        null,
                        new VerdictReport.Environment(null),
                        new VerdictReport.Machine(null, null)),
                plain.faults());
    }

    private static VerdictReport with(
            VerdictReport plain,
            List<Finding> findings,
            List<VerdictReport.Gate> gates,
            VerdictReport.Figures figures,
            List<VerdictReport.Fault> faults) {
        return new VerdictReport(
                plain.schema(),
                plain.verdict(),
                plain.exitCode(),
                plain.reason(),
                plain.run(),
                plain.replay(),
                findings,
                gates,
                plain.notExamined(),
                figures,
                plain.phases(),
                faults,
                plain.hazards());
    }
}
