package dev.cutover.junit;

import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a verdict is what it is, for the message of a test: what did not pass, and where to read on. */
record Explanation(RehearsalVerdict verdict) {

    private static final int EXAMPLES = 5;

    @Override
    public String toString() {
        VerdictReport report = verdict.report();
        return Stream.of(
                        Stream.of("%s: %s".formatted(report.verdict().text(), report.reason())),
                        report.findings().stream()
                                .filter(finding -> finding.result() != Result.PASS)
                                .flatMap(Explanation::lines),
                        report.gates().stream()
                                .filter(gate -> gate.result() != Result.PASS)
                                .map(Explanation::line),
                        Stream.of(
                                "  replay: " + report.replay(),
                                "  report: " + verdict.run().report()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static Stream<String> lines(Finding finding) {
        long more = Math.max(finding.violations(), finding.examples().size()) - EXAMPLES;
        return Stream.of(
                        Stream.of("  %s %s (%s): %s"
                                .formatted(finding.result(), finding.checker(), finding.title(), finding.message())),
                        finding.examples().stream().limit(EXAMPLES).map(Explanation::line),
                        more > 0 ? Stream.of("    and %d more".formatted(more)) : Stream.<String>of())
                .flatMap(lines -> lines);
    }

    private static String line(CounterExample example) {
        String details = example.details().entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", ", " [", "]"));
        return "    " + example.summary() + (example.details().isEmpty() ? "" : details);
    }

    private static String line(VerdictReport.Gate gate) {
        return "  %s gate %s: %s (limit %s)"
                .formatted(gate.result(), (gate.gate() + " " + gate.phase()).strip(), gate.value(), gate.limit());
    }
}
