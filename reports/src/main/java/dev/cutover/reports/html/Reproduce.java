package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import dev.cutover.reports.text.Statement;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** How to get this run again, and where its evidence lies. */
final class Reproduce {
    private Reproduce() {}

    static Html of(Run run) {
        Table table = new Table("Fact", "Value")
                .row("plan", Statement.about(run, VerdictReport.Run::plan))
                .row("seed", Statement.about(run, VerdictReport.Run::seed))
                .row("bridge", Statement.about(run, VerdictReport.Run::bridge))
                .row("runtime", Statement.about(run, VerdictReport.Run::runtime))
                .row("started", Statement.started(run))
                .row("commit", Statement.about(run, VerdictReport.Run::commit));
        if (run.manifest() != null) {
            table.row(
                    "version of cutover",
                    Format.orNothing(run.manifest().versions().cutover()));
        }
        machine(table, run);
        figures(table, run);
        table.row(
                "run directory",
                run.directory().root().toAbsolutePath().normalize().getFileName());
        return all(
                el("pre", Statement.replay(run)),
                table.orElse("Facts of the run", ""),
                el("p", "Evidence beside this file: ", evidence(run)));
    }

    private static void machine(Table table, Run run) {
        if (run.about() != null) {
            var machine = run.about().machine();
            table.row("machine", machine.cpus() + " CPUs, " + Format.count(machine.memoryMiB()) + " MiB")
                    .row("operating system", Format.orNothing(machine.os()))
                    .row("Java", Format.orNothing(machine.java()));
        }
    }

    private static void figures(Table table, Run run) {
        if (run.figures() != null) {
            var machine = run.figures().machine();
            table.row(
                            "environment up in",
                            Format.millis(run.figures().environment().upMs()))
                    .row("machine busy under load", Format.percent(machine.busy()))
                    .row("of it for other guests of its host", Format.percent(machine.stolen()));
        }
    }

    private static List<Html> evidence(Run run) {
        return Stream.of("verdict.json", "plan.yaml", "manifest.json", "events.jsonl", "observed", "logs", "journal")
                .filter(name -> Files.exists(run.directory().root().resolve(name)))
                .map(name -> el("a", css("file"), at("href", name), name))
                .toList();
    }
}
