package dev.cutover.judge;

import dev.cutover.record.event.Event;
import dev.cutover.record.verdict.VerdictReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events say of each fault. */
final class FaultStatistics {
    private FaultStatistics() {}

    /** All faults in the order of their first event. */
    static List<VerdictReport.Fault> of(List<Event> events) {
        Map<String, VerdictReport.Fault> faults = new LinkedHashMap<>();
        for (Event event : events) {
            if (event.kind().equals("fault")) {
                faults.compute(event.text("id"), (id, known) -> with(known == null ? begun(event) : known, event));
            }
        }
        return List.copyOf(faults.values());
    }

    private static VerdictReport.Fault begun(Event event) {
        return new VerdictReport.Fault(
                event.text("id"), event.text("fault"), event.text("target"), event.text("phase"), 0, 0, false, "");
    }

    private static VerdictReport.Fault with(VerdictReport.Fault fault, Event event) {
        return switch (event.text("state")) {
            case "injected" -> fault(fault, event.ns(), fault.healedNs(), fault.verified(), fault.evidence());
            case "verified" -> fault(fault, fault.injectedNs(), fault.healedNs(), true, event.text("evidence"));
            case "healed" -> fault(fault, fault.injectedNs(), event.ns(), fault.verified(), fault.evidence());
            case "not-verified", "heal-failed" ->
                fault(
                        fault,
                        fault.injectedNs(),
                        fault.healedNs(),
                        fault.verified(),
                        fault.verified() ? fault.evidence() : event.text("evidence"));
            default -> fault;
        };
    }

    private static VerdictReport.Fault fault(
            VerdictReport.Fault f, long injectedNs, long healedNs, boolean verified, String evidence) {
        return new VerdictReport.Fault(
                f.id(), f.fault(), f.target(), f.phase(), injectedNs, healedNs, verified, evidence);
    }
}
