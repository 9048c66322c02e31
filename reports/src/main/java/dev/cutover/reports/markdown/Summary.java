package dev.cutover.reports.markdown;

import static dev.cutover.reports.markdown.Markdown.escaped;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Figure;
import dev.cutover.reports.text.Format;
import dev.cutover.reports.text.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The verdict on one page of Markdown, fit for the summary of a CI step (which may have 1 MiB at most). */
public final class Summary {
    private static final int MOST_ROWS = 200;

    private final Run run;
    private final Markdown page = new Markdown();

    private Summary(Run run) {
        this.run = run;
    }

    public static String of(Run run) {
        return new Summary(run).written();
    }

    private String written() {
        verdict();
        findings();
        gates();
        figures();
        phases();
        faults();
        hazards();
        page.heading(3, "Replay").code(Statement.replay(run));
        return page.toString();
    }

    private void verdict() {
        page.paragraph(
                "## " + symbol(run.verdict()) + " " + Statement.verdict(run) + " – " + escaped(Statement.reason(run)));
        page.paragraph("Plan " + about(VerdictReport.Run::plan) + ", bridge " + about(VerdictReport.Run::bridge)
                + ", seed " + about(VerdictReport.Run::seed) + ", " + escaped(Statement.started(run)) + ", "
                + Statement.lasted(run) + ".");
        page.paragraph("**What would change it:** " + escaped(Statement.change(run)));
        run.gaps().forEach(gap -> page.line("- **Incomplete:** " + escaped(gap)));
        page.line("");
    }

    private String about(Function<VerdictReport.Run, @Nullable Object> fact) {
        return escaped(Statement.about(run, fact));
    }

    private void findings() {
        page.heading(3, "Checks").header(List.of("", "Check", "Examined", "Violations", "Message"));
        run.findings().stream()
                .sorted(Comparator.comparing(Finding::result).reversed())
                .limit(MOST_ROWS)
                .forEach(finding -> page.row(List.of(
                        sign(finding.result()),
                        finding.checker(),
                        Format.count(finding.examined()),
                        Format.count(finding.violations()),
                        finding.message())));
        page.line("");
    }

    private void gates() {
        if (run.gates().isEmpty()) {
            return;
        }
        page.heading(3, "Gates").header(List.of("", "Gate", "Measured", "Limit", "Detail"));
        run.gates().stream()
                .sorted(Comparator.comparing(VerdictReport.Gate::result).reversed())
                .limit(MOST_ROWS)
                .forEach(gate -> page.row(List.of(
                        sign(gate.result()),
                        Statement.name(gate),
                        Format.orNothing(gate.value()),
                        Format.orNothing(gate.limit()),
                        gate.detail())));
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
        VerdictReport.Phase figures = phase.figures();
        List<String> cells = new ArrayList<>(List.of(phase.name()));
        cells.addAll(
                figures == null
                        ? Collections.nCopies(6, Format.NOTHING)
                        : List.of(
                                Format.count(figures.operations()),
                                Format.count(figures.ok()),
                                Format.count(figures.refused()),
                                Format.count(figures.unknown()),
                                Format.millis(figures.p50Ms()),
                                Format.millis(figures.p99Ms())));
        return cells;
    }

    private void faults() {
        page.heading(3, "Faults").header(List.of("Phase", "Fault", "Target", "Touched", "Proven active", "Evidence"));
        run.faults().stream().limit(MOST_ROWS).forEach(fault -> page.row(fault(fault)));
        page.line("");
    }

    private static List<String> fault(VerdictReport.Fault fault) {
        return List.of(
                fault.phase(),
                fault.fault(),
                fault.target(),
                Format.count(fault.touched()),
                fault.verified() ? "✅ yes" : "❔ no",
                fault.evidence());
    }

    private void hazards() {
        if (run.hazards().isEmpty()) {
            return;
        }
        page.heading(3, "What occurred").header(List.of("Hazard", "Seen", "Required"));
        run.hazards().forEach(one -> page.row(List.of(one.hazard().text(), Format.count(one.seen()), required(one))));
        page.line("");
    }

    private static String required(VerdictReport.Occurred one) {
        return one.required() == 0 ? Format.NOTHING : (one.enough() ? "✅ " : "❔ ") + Format.count(one.required());
    }

    private static String sign(Result result) {
        return switch (result) {
            case PASS -> "✅ PASS";
            case FAIL -> "❌ FAIL";
            case UNKNOWN -> "❔ UNKNOWN";
        };
    }

    private static String symbol(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> "❔";
            case GO -> "✅";
            case NO_GO -> "❌";
            case INCONCLUSIVE -> "❔";
        };
    }
}
