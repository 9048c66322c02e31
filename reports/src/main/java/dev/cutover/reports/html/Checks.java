package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each checker found, gravest first, with its counter-examples. */
final class Checks {
    private static final int AT_ONCE = 3;
    private static final int KEYS = 20;

    private Checks() {}

    static Html of(Run run) {
        List<Html> checks = run.findings().stream()
                .sorted(Comparator.comparing(Finding::result).reversed())
                .map(Checks::check)
                .toList();
        return checks.isEmpty()
                ? el("p", css("none"), "No check has looked at this run.")
                : el("div", css("checks"), checks);
    }

    /** The address of a finding within the page. */
    static String anchor(Finding finding) {
        return "check-" + finding.checker();
    }

    private static Html check(Finding finding) {
        Html head = el(
                "summary",
                Mark.of(finding.result()),
                el("span", css("title"), finding.title(), " ", el("code", finding.checker())),
                el("span", css("n"), Format.count(finding.examined()) + " examined"),
                el("span", css("n"), Format.count(finding.violations()) + " violations"));
        return el(
                "details",
                at("id", anchor(finding)),
                finding.result() == Result.PASS ? Html.NOTHING : at("open", ""),
                head,
                el("p", finding.message()),
                keys(finding.keys()),
                examples(finding));
    }

    /** Whom it concerns. */
    private static Html keys(List<String> keys) {
        if (keys.isEmpty()) {
            return Html.NOTHING;
        }
        int more = Math.max(0, keys.size() - KEYS);
        String shown = String.join(", ", keys.subList(0, keys.size() - more));
        return el("p", "Keys: " + shown + (more == 0 ? "" : " and " + Format.count(more) + " more"));
    }

    private static Html examples(Finding finding) {
        if (finding.examples().isEmpty()) {
            return Html.NOTHING;
        }
        String shown = finding.examples().size() + " of " + Format.count(finding.violations()) + " shown";
        List<Html> each = finding.examples().stream().map(Checks::example).toList();
        int first = Math.min(AT_ONCE, each.size());
        return all(
                el("h3", "Counter-examples, " + shown),
                el("ol", each.subList(0, first)),
                more(first, each.subList(first, each.size())));
    }

    /** Folded, so that the next finding is not pages away. */
    private static Html more(int before, List<Html> examples) {
        return examples.isEmpty()
                ? Html.NOTHING
                : el(
                        "details",
                        css("more"),
                        el("summary", examples.size() + " more"),
                        el("ol", at("start", before + 1), examples));
    }

    /** Details are sorted, so that the same verdict always gives the same page. */
    private static Html example(CounterExample example) {
        List<Html> details = new TreeMap<>(example.details())
                .entrySet().stream()
                        .map(detail -> el("div", el("dt", detail.getKey()), el("dd", told(detail.getValue()))))
                        .toList();
        return el(
                "li", el("p", example.summary()), details.isEmpty() ? Html.NOTHING : el("dl", css("details"), details));
    }

    /** An operation in a counter-example is a map. */
    private static String told(Object value) {
        return value instanceof Map<?, ?> parts
                ? parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + told(part.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
