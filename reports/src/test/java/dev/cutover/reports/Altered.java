package dev.cutover.reports;

import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;

/** Verdicts in which one thing is other than in the samples. */
final class Altered {
    private Altered() {}

    /** One gate more in each phase. */
    static VerdictReport manyGates(VerdictReport plain) {
        List<VerdictReport.Gate> gates = new ArrayList<>(plain.gates());
        plain.phases()
                .forEach(phase ->
                        gates.add(new VerdictReport.Gate("p99", phase.phase(), Result.PASS, "41 ms", "500 ms", "")));
        return with(plain, gates, plain.figures());
    }

    /** Nothing was measured. */
    static VerdictReport unmeasured(VerdictReport plain) {
        return with(
                plain,
                plain.gates(),
                new VerdictReport.Figures(
                        new VerdictReport.Operations(0, 0, 0, 0, 0L, null),
                        new VerdictReport.Rollback(null, null, null),
                        new VerdictReport.Hold(7, null, 0),
                        new VerdictReport.Lag(null, null),
                        null,
                        null,
                        new VerdictReport.Environment(null),
                        new VerdictReport.Machine(null, null)));
    }

    private static VerdictReport with(
            VerdictReport plain, List<VerdictReport.Gate> gates, VerdictReport.Figures figures) {
        return new VerdictReport(
                plain.schema(),
                plain.verdict(),
                plain.exitCode(),
                plain.reason(),
                plain.run(),
                plain.replay(),
                plain.findings(),
                gates,
                plain.notExamined(),
                figures,
                plain.phases(),
                plain.faults());
    }
}
