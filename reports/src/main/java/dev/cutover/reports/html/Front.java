package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.at;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import dev.cutover.reports.show.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first screen: the verdict, what decided it, what would change it, and the key figures. */
final class Front {
    private Front() {}

    static Html of(RunRecord run) {
        String tone = run.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return el(
                "header",
                css("front " + tone),
                el("p", css("run"), facts(run)),
                el(
                        "div",
                        css("verdict"),
                        el(
                                "h1",
                                el(
                                        "span",
                                        css("sign"),
                                        at("aria-hidden", true),
                                        run.standing().sign()),
                                " ",
                                run.standing().text()),
                        el("div", css("why"), why(run))),
                gaps(run.gaps()),
                KeyFigures.of(run));
    }

    private static List<Html> why(RunRecord run) {
        Html decided = run.deciding()
                .map(finding -> el(
                        "p",
                        el("b", "Decided by "),
                        el("a", at("href", "#" + Checks.anchor(finding)), finding.name()),
                        others(run, finding)))
                .orElse(Html.NOTHING);
        return List.of(
                el("p", css("reason"), Statement.reason(run)),
                decided,
                el("p", el("b", "What would change it "), Statement.change(run)));
    }

    private static String others(RunRecord run, Judged deciding) {
        int more = run.judged(deciding.result()).size() - 1;
        return more == 0 ? "" : ", and " + more + " more with the same result";
    }

    private static List<Html> facts(RunRecord run) {
        Stream<String> facts = Stream.of(
                run.about("plan").text() + " plan",
                "bridge " + run.about("bridge").text(),
                "seed " + run.about("seed").text(),
                Statement.started(run),
                Show.seconds(run.verdict().at("run").number("durationSeconds")),
                run.about("runtime").text());
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
