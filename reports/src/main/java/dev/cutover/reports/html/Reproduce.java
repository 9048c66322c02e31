package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.at;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Show;
import dev.cutover.reports.show.Statement;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** How to get this run again, and where its evidence lies. */
final class Reproduce {
    private Reproduce() {}

    static Html of(RunRecord run) {
        Table table = new Table("Fact", "Value");
        Stream.of("plan", "seed", "bridge", "runtime")
                .forEach(name -> table.row(name, run.about(name).text()));
        table.row("started", Statement.started(run));
        table.row(
                "environment up in", Show.millis(run.figures().at("environment").number("upMs")));
        Json machine = run.figures().at("machine");
        machine.number("busy").ifPresent(share -> table.row("machine busy under load", Show.percent(share)));
        machine.number("stolen")
                .ifPresent(share -> table.row("of it for other guests of its host", Show.percent(share)));
        facts(table, "machine ", run.about("machine"));
        facts(table, "version of ", run.manifest().at("versions"));
        table.row("run directory", run.directory().root().getFileName());
        return all(
                el("pre", run.replay()),
                table.orElse("Facts of the run", ""),
                el("p", "Evidence beside this file: ", evidence(run)));
    }

    private static void facts(Table table, String prefix, Json facts) {
        facts.fields()
                .forEach(fact ->
                        table.row(prefix + fact.getKey(), fact.getValue().text()));
    }

    private static List<Html> evidence(RunRecord run) {
        return Stream.of("verdict.json", "plan.yaml", "manifest.json", "events.jsonl", "observed", "logs", "journal")
                .filter(name -> Files.exists(run.directory().root().resolve(name)))
                .map(name -> el("a", css("file"), at("href", name), name))
                .toList();
    }
}
