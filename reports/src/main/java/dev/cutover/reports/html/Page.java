package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The report as one HTML file that needs nothing else: no script, no font, no network. */
public final class Page {
    private static final List<Section> SECTIONS = List.of(
            new Section("timeline", "Timeline", Timeline::of),
            new Section("checks", "Checks", Checks::of),
            new Section("gates", "Gates", Gates::of),
            new Section("phases", "Phases", Phases::of),
            new Section("faults", "Faults", Faults::of),
            new Section("occurred", "What occurred", Occurred::of),
            new Section("routing", "Routing and bucket moves", Routing::of),
            new Section("comparisons", "Answers compared in dual", Comparisons::of),
            new Section("scope", "What was and was not rehearsed", Scope::of),
            new Section("log", "Run log", RunLog::of),
            new Section("reproduce", "Reproduce", Reproduce::of));

    /** Whatever a run may have smuggled in stays dead: nothing is loaded, run or sent; styles are the page's own. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private Page() {}

    public static String of(Run run) throws IOException {
        String title = Statement.verdict(run) + " · " + Statement.about(run, VerdictReport.Run::plan);
        Html html = el(
                "html",
                at("lang", "en"),
                el(
                        "head",
                        el("meta", at("charset", "utf-8")),
                        el("meta", at("http-equiv", "Content-Security-Policy"), at("content", POLICY)),
                        el("meta", at("name", "viewport"), at("content", "width=device-width, initial-scale=1")),
                        el("meta", at("name", "color-scheme"), at("content", "light dark")),
                        el("title", title),
                        el("style", Html.trusted(style()))),
                el(
                        "body",
                        Front.of(run),
                        contents(),
                        el("main", SECTIONS.stream().map(s -> s.of(run)).toList())));
        return "<!doctype html>\n" + html.markup() + "\n";
    }

    private static Html contents() {
        return el(
                "nav",
                css("contents"),
                at("aria-label", "Contents"),
                SECTIONS.stream().map(section -> all(section.link(), " ")).toList());
    }

    private static String style() throws IOException {
        try (InputStream sheet = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
