package dev.cutover.reports.markdown;

import static dev.cutover.reports.markdown.Markdown.escaped;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.reading.Standing;
import dev.cutover.reports.show.Figure;
import dev.cutover.reports.show.Show;
import dev.cutover.reports.show.Statement;
import java.util.Comparator;
import java.util.List;

/** The verdict on one page of Markdown, fit for the summary of a CI step (which may have 1 MiB at most). */
public final class Summary {
    private static final int MOST_ROWS = 200;

    private final RunRecord run;
    private final Markdown page = new Markdown();

    private Summary(RunRecord run) {
        this.run = run;
    }

    public static String of(RunRecord run) {
        return new Summary(run).written();
    }

    private String written() {
        verdict();
        findings();
        gates();
        figures();
        phases();
        faults();
        page.heading(3, "Replay").code(run.replay());
        return page.toString();
    }

    private void verdict() {
        page.paragraph(
                "## " + symbol(run.standing()) + " " + run.standing().text() + " – " + escaped(Statement.reason(run)));
        page.paragraph("Plan " + escaped(run.about("plan").text()) + ", bridge "
                + escaped(run.about("bridge").text()) + ", seed "
                + escaped(run.about("seed").text()) + ", " + escaped(Statement.started(run)) + ", "
                + Show.seconds(run.verdict().at("run").number("durationSeconds")) + ".");
        page.paragraph("**What would change it:** " + escaped(Statement.change(run)));
        run.gaps().forEach(gap -> page.line("- **Incomplete:** " + escaped(gap)));
        page.line("");
    }

    private void findings() {
        page.heading(3, "Checks").header(List.of("", "Check", "Examined", "Violations", "Message"));
        gravestFirst(run.findings())
                .forEach(finding -> page.row(List.of(
                        sign(finding.result()),
                        finding.name(),
                        Show.count(finding.facts().count("examined")),
                        Show.count(finding.facts().count("violations")),
                        finding.message())));
        page.line("");
    }

    private void gates() {
        if (run.gates().isEmpty()) {
            return;
        }
        page.heading(3, "Gates").header(List.of("", "Gate", "Measured", "Limit", "Detail"));
        gravestFirst(run.gates())
                .forEach(gate -> page.row(List.of(
                        sign(gate.result()),
                        gate.name(),
                        gate.facts().text("value"),
                        gate.facts().text("limit"),
                        gate.facts().text("detail"))));
        page.line("");
    }

    private void figures() {
        page.heading(3, "Figures").header(List.of("Figure", "Value", ""));
        Figure.of(run).forEach(figure -> page.row(List.of(figure.name(), figure.value(), figure.more())));
        page.line("");
    }

    private void phases() {
        page.heading(3, "Phases").header(List.of("Phase", "Operations", "OK", "Refused", "Unknown", "p50", "p99"));
        run.phases().stream().limit(MOST_ROWS).forEach(phase -> page.row(phase(phase)));
        page.line("");
    }

    private static List<String> phase(Phase phase) {
        Json figures = phase.figures();
        return List.of(
                phase.name(),
                Show.count(figures.count("operations")),
                Show.count(figures.count("ok")),
                Show.count(figures.count("refused")),
                Show.count(figures.count("unknown")),
                Show.millis(figures.number("p50Ms")),
                Show.millis(figures.number("p99Ms")));
    }

    private void faults() {
        page.heading(3, "Faults").header(List.of("Phase", "Fault", "Target", "Proven active", "Evidence"));
        run.faults().stream().limit(MOST_ROWS).forEach(fault -> page.row(fault(fault)));
        page.line("");
    }

    private static List<String> fault(FaultRecord fault) {
        return List.of(
                fault.phase(), fault.fault(), fault.target(), fault.proven() ? "✅ yes" : "❔ no", fault.evidence());
    }

    private static List<Judged> gravestFirst(List<Judged> judged) {
        return judged.stream()
                .sorted(Comparator.comparing(Judged::result).reversed())
                .limit(MOST_ROWS)
                .toList();
    }

    private static String sign(Result result) {
        return switch (result) {
            case PASS -> "✅ PASS";
            case FAIL -> "❌ FAIL";
            case UNKNOWN -> "❔ UNKNOWN";
        };
    }

    private static String symbol(Standing standing) {
        return switch (standing) {
            case GO -> "✅";
            case NO_GO -> "❌";
            case INCONCLUSIVE, NOT_JUDGED -> "❔";
        };
    }
}
