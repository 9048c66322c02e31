package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first screen: the verdict, what decided it, what would change it, and the key figures. */
final class Front {
    private Front() {}

    static Html of(Run run) {
        String tone = Statement.verdict(run).toLowerCase(Locale.ROOT).replace(' ', '-');
        return el(
                "header",
                css("front " + tone),
                el("p", css("run"), facts(run)),
                el("div", css("verdict"), heading(run), el("div", css("why"), why(run))),
                gaps(run.gaps()),
                KeyFigures.of(run));
    }

    /** A word and a sign, so that colour is never needed to tell. */
    private static Html heading(Run run) {
        return el(
                "h1",
                el("span", css("sign"), at("aria-hidden", true), sign(run.verdict())),
                " ",
                Statement.verdict(run));
    }

    private static String sign(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> "–";
            case GO -> "✓";
            case NO_GO -> "✕";
            case INCONCLUSIVE -> "?";
        };
    }

    private static List<Html> why(Run run) {
        return List.of(
                el("p", css("reason"), Statement.reason(run)),
                decided(run),
                el("p", el("b", "What would change it: "), Statement.change(run)));
    }

    /** What decided a verdict other than GO: the first of the gravest. */
    private static Html decided(Run run) {
        List<Html> failed = links(run, Result.FAIL);
        List<Html> gravest = failed.isEmpty() ? links(run, Result.UNKNOWN) : failed;
        if (gravest.isEmpty()) {
            return Html.NOTHING;
        }
        int more = gravest.size() - 1;
        return el(
                "p",
                el("b", "Decided by "),
                all(gravest.getFirst(), more == 0 ? "" : ", and " + more + " more with the same result"));
    }

    private static List<Html> links(Run run, Result result) {
        Stream<Html> findings = run.findings(result).stream()
                .map(finding -> el("a", at("href", "#" + Checks.anchor(finding)), finding.checker()));
        Stream<Html> gates =
                run.gates(result).stream().map(gate -> el("a", at("href", "#gates"), Statement.name(gate)));
        return Stream.concat(findings, gates).toList();
    }

    private static List<Html> facts(Run run) {
        Stream<String> facts = Stream.of(
                Statement.about(run, VerdictReport.Run::plan) + " plan",
                "bridge " + Statement.about(run, VerdictReport.Run::bridge),
                "seed " + Statement.about(run, VerdictReport.Run::seed),
                Statement.started(run),
                Statement.lasted(run),
                Statement.about(run, VerdictReport.Run::runtime));
        return facts.map(fact -> el("span", fact)).toList();
    }

    private static Html gaps(List<String> gaps) {
        return gaps.isEmpty()
                ? Html.NOTHING
                : el(
                        "div",
                        css("gaps"),
                        el("b", "This report is incomplete"),
                        el("ul", gaps.stream().map(gap -> el("li", gap)).toList()));
    }
}
