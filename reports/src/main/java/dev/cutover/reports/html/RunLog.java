package dev.cutover.reports.html;

import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.LoggedEvent;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Characters;
import dev.cutover.reports.show.Show;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the testbed did, in order. */
final class RunLog {
    private static final int MOST = 1_000;
    private static final int LONGEST = 300;
    private static final Set<String> SHOWN = Set.of("ns", "at", "kind", "state", "moves");

    private RunLog() {}

    static Html of(RunRecord run) {
        List<LoggedEvent> events = run.events().stream()
                .filter(event -> !event.kind().equals("sample"))
                .toList();
        if (events.isEmpty()) {
            return el("p", css("none"), "No events were recorded.");
        }
        Table table = new Table("#Time", "Event", "State", "Details");
        for (LoggedEvent event : events.subList(0, Math.min(MOST, events.size()))) {
            table.row(
                    Show.clock(run.series().seconds(event.ns())),
                    event.kind(),
                    event.text("state"),
                    rest(event.line()));
        }
        return el("details", el("summary", Show.count(events.size()) + " events"), table.orElse("Run log", ""));
    }

    private static String rest(Json line) {
        String rest = line.fields().stream()
                .filter(field -> !SHOWN.contains(field.getKey()))
                .map(RunLog::told)
                .collect(Collectors.joining(" · "));
        return Characters.shortened(rest, LONGEST);
    }

    private static String told(Map.Entry<String, Json> field) {
        return field.getKey() + " " + field.getValue().text();
    }
}
