package dev.cutover.reports.html;

import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.event.Line;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Sample;
import dev.cutover.reports.markup.Characters;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.List;

/** What the testbed did, in order. */
final class RunLog {
    private static final int MOST = 1_000;
    private static final int LONGEST = 300;

    private RunLog() {}

    static Html of(Run run) {
        List<LogEntry> entries = run.log().stream()
                .filter(entry -> !(entry.event() instanceof Sample))
                .toList();
        if (entries.isEmpty()) {
            return el("p", css("none"), "No events were recorded.");
        }
        Table table = new Table("#Time", "Event", "State", "Details");
        for (LogEntry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
            Line line = entry.event().getClass().getAnnotation(Line.class);
            table.row(
                    Format.clock(run.load().seconds(entry.ns())),
                    line.kind(),
                    line.state(),
                    Characters.shortened(EventDetails.of(entry.event()), LONGEST));
        }
        return el("details", el("summary", Format.count(entries.size()) + " events"), table.orElse("Run log", ""));
    }
}
