package dev.cutover.junit;

import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Verdicts with one finding and one gate. */
final class Verdicts {

    private Verdicts() {}

    static RehearsalVerdict go() {
        return verdict(Verdict.GO, "all passed", finding(Result.PASS, List.of()), Result.PASS);
    }

    /** With seven counter-examples. */
    static RehearsalVerdict noGo() {
        List<CounterExample> examples = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new CounterExample("append " + number + " is missing", Map.of("key", 40 + number)))
                .toList();
        return verdict(Verdict.NO_GO, "7 of 100 are missing", finding(Result.FAIL, examples), Result.PASS);
    }

    static RehearsalVerdict inconclusive() {
        return verdict(Verdict.INCONCLUSIVE, "too slow", finding(Result.PASS, List.of()), Result.UNKNOWN);
    }

    private static Finding finding(Result result, List<CounterExample> examples) {
        return new Finding(
                "rollback-complete",
                "Nothing acknowledged is lost",
                result,
                100,
                examples.size(),
                "as found",
                examples,
                List.of());
    }

    private static RehearsalVerdict verdict(Verdict verdict, String reason, Finding finding, Result gate) {
        var report = new VerdictReport(
                VerdictReport.SCHEMA,
                verdict,
                verdict.exitCode(),
                reason,
                new VerdictReport.Run(
                        "run", "plan", 42, "reference", "processes", "", null, "", new Manifest.Machine(2, 1, "", "")),
                "cutover rehearse --seed 42",
                List.of(finding),
                List.of(new VerdictReport.Gate("operations-per-second", "dual", gate, "12", "at least 70", "")),
                List.of(new VerdictReport.NotExamined("routing", "nobody says who served")),
                new VerdictReport.Figures(
                        new VerdictReport.Operations(0, 0, 0, 0, 0L, null),
                        null,
                        null,
                        new VerdictReport.Lag(null, null),
                        null,
                        null,
                        new VerdictReport.Environment(null),
                        new VerdictReport.Machine(null, null)),
                List.of(),
                List.of(),
                List.of());
        return new RehearsalVerdict(report, new RunDirectory(Path.of("runs/run")));
    }
}
