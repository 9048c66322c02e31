package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.at;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import java.util.Comparator;
import java.util.List;

/** What each checker found, gravest first, with its counter-examples. */
final class Checks {
    private Checks() {}

    static Html of(RunRecord run) {
        List<Html> checks = run.findings().stream()
                .sorted(Comparator.comparing(Judged::result).reversed())
                .map(Checks::check)
                .toList();
        return checks.isEmpty()
                ? el("p", css("none"), "No check has looked at this run.")
                : el("div", css("checks"), checks);
    }

    /** The address of a finding or gate within the page. */
    static String anchor(Judged judged) {
        return judged.area().equals("gates") ? "gates" : "check-" + judged.name();
    }

    private static Html check(Judged check) {
        Json facts = check.facts();
        Html head = el(
                "summary",
                Mark.of(check.result()),
                el("span", css("title"), check.title(), " ", el("code", check.name())),
                el("span", css("n"), Show.count(facts.count("examined")) + " examined"),
                el("span", css("n"), Show.count(facts.count("violations")) + " violations"));
        Object open = check.result() == Result.PASS ? Html.NOTHING : at("open", "");
        return el(
                "details",
                at("id", anchor(check)),
                open,
                head,
                el("p", check.message()),
                examples(facts.list("examples"), facts.count("violations").orElse(0)));
    }

    private static Html examples(List<Json> examples, long violations) {
        if (examples.isEmpty()) {
            return Html.NOTHING;
        }
        String shown = examples.size() + " of " + Show.count(violations) + " shown";
        return all(
                el("h3", "Counter-examples, " + shown),
                el("ol", examples.stream().map(Checks::example).toList()));
    }

    private static Html example(Json example) {
        List<Html> details = example.at("details").fields().stream()
                .map(field -> el(
                        "div",
                        el("dt", field.getKey()),
                        el("dd", field.getValue().text())))
                .toList();
        return el(
                "li",
                el("p", example.text("summary")),
                details.isEmpty() ? Html.NOTHING : el("dl", css("details"), details));
    }
}
