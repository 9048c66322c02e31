package dev.cutover.reports.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phases and faults: as judged, or where nothing was judged, put together from the events. */
final class Course {
    private Course() {}

    static List<Phase> phases(Json verdict, List<LoggedEvent> events) {
        List<Json> judged = verdict.list("phases");
        return judged.isEmpty()
                ? phasesOf(events)
                : judged.stream().map(Phase::judged).toList();
    }

    static List<FaultRecord> faults(Json verdict, List<LoggedEvent> events) {
        List<Json> judged = verdict.list("faults");
        return judged.isEmpty()
                ? faultsOf(events)
                : judged.stream().map(FaultRecord::judged).toList();
    }

    private static List<Phase> phasesOf(List<LoggedEvent> events) {
        List<Phase> phases = new ArrayList<>();
        for (LoggedEvent event : events) {
            if (event.is("phase", "begin")) {
                phases.add(new Phase(event.text("phase"), event.ns(), lastNs(events), Json.MISSING));
            } else if (event.is("phase", "end") && !phases.isEmpty()) {
                Phase open = phases.removeLast();
                phases.add(new Phase(open.name(), open.beginNs(), event.ns(), Json.MISSING));
            }
        }
        return phases;
    }

    private static List<FaultRecord> faultsOf(List<LoggedEvent> events) {
        Map<String, FaultRecord> byId = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            if (event.kind().equals("fault")) {
                byId.compute(
                        event.text("id"),
                        (id, known) -> (known == null ? FaultRecord.intended(event) : known).after(event));
            }
        }
        return List.copyOf(byId.values());
    }

    private static long lastNs(List<LoggedEvent> events) {
        return events.stream().mapToLong(LoggedEvent::ns).max().orElse(0);
    }
}
