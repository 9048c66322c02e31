package dev.cutover.scenarios.cli;

import dev.cutover.judge.Judge;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run's verdict, saved and shown.
 *
 * @param absent one sentence for each part of the evidence that is missing or damaged
 */
record Judgement(RunDirectory run, VerdictReport report, List<String> absent) {
    Judgement {
        absent = List.copyOf(absent);
    }

    /** Judges the evidence and writes {@code verdict.json}. */
    static Judgement of(RunDirectory run) throws IOException {
        Evidence evidence = EvidenceReader.read(run);
        VerdictReport report = Judge.judge(evidence);
        report.write(run);
        List<String> absent = evidence.damage().entrySet().stream()
                .filter(part -> part.getKey().owed(evidence.manifest()))
                .map(Map.Entry::getValue)
                .toList();
        return new Judgement(run, report, absent);
    }

    /** Prints the verdict and what decides it; returns the exit code. */
    int print(PrintWriter out) {
        out.println();
        report.findings().forEach(finding -> print(out, finding));
        report.gates().stream()
                .collect(Collectors.groupingBy(VerdictReport.Gate::gate, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(gates -> print(out, gates));
        absent.forEach(sentence -> out.println("  evidence " + sentence));
        out.println();
        out.println(report.verdict().text() + ": " + report.reason());
        out.println("replay:  " + report.replay());
        out.println("run:     " + run.root());
        out.flush();
        return report.verdict().exitCode();
    }

    /** A gate that is decided for several phases, and passed in all of them, is one line. */
    private static void print(PrintWriter out, List<VerdictReport.Gate> gates) {
        boolean passed = gates.stream().allMatch(gate -> gate.result() == Result.PASS);
        if (passed && gates.size() > 1) {
            out.printf(
                    "  %-8s %-24s %d %s%n",
                    symbol(Result.PASS), gates.getFirst().gate(), gates.size(), ofPhases(gates) ? "phases" : "times");
            return;
        }
        for (VerdictReport.Gate gate : gates) {
            if (gates.size() == 1 || gate.result() != Result.PASS) {
                out.printf(
                        "  %-8s %-24s %s%s%n",
                        symbol(gate.result()),
                        (gate.gate() + " " + gate.phase()).strip(),
                        gate.value(),
                        gate.limit().isEmpty() ? "" : " (limit " + gate.limit() + ")");
            }
        }
    }

    /** Others are decided more than once, too: of each rollback. */
    private static boolean ofPhases(List<VerdictReport.Gate> gates) {
        return gates.stream().noneMatch(gate -> gate.phase().isEmpty());
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf(
                "  %-8s %-24s examined %d%s%n",
                symbol(finding.result()),
                finding.checker(),
                finding.examined(),
                finding.result() == Result.PASS ? "" : ": " + finding.message());
        if (finding.result() == Result.FAIL) {
            finding.examples().stream().limit(3).forEach(example -> out.println("             " + example.summary()));
        }
    }

    private static String symbol(Result result) {
        return switch (result) {
            case PASS -> "pass";
            case UNKNOWN -> "UNKNOWN";
            case FAIL -> "FAIL";
        };
    }
}
