package dev.cutover.record.verdict;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events say of each fault: the one reading of a fault's life, for who judges and for who shows. */
public final class FaultsOfRun {
    private FaultsOfRun() {}

    /** All faults in the order of their first event. */
    public static List<VerdictReport.Fault> of(List<LogEntry> log) {
        Map<String, VerdictReport.Fault> faults = new LinkedHashMap<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof FaultEvent event) {
                faults.compute(
                        event.id(), (id, known) -> with(known == null ? begun(event) : known, event, entry.ns()));
            }
        }
        return List.copyOf(faults.values());
    }

    private static VerdictReport.Fault begun(FaultEvent event) {
        return new VerdictReport.Fault(
                event.id(), event.fault(), event.target(), event.phase(), null, null, false, "", null);
    }

    private static VerdictReport.Fault with(VerdictReport.Fault fault, FaultEvent event, long ns) {
        return switch (event) {
            case FaultEvent.Intended unused -> fault;
            case FaultEvent.Injected unused -> fault(fault, ns, fault.healedNs(), fault.verified(), fault.evidence());
            case FaultEvent.Verified seen -> fault(fault, fault.injectedNs(), fault.healedNs(), true, seen.evidence());
            case FaultEvent.Healed unused -> fault(fault, fault.injectedNs(), ns, fault.verified(), fault.evidence());
            case FaultEvent.NotVerified not -> told(fault, not.evidence());
            case FaultEvent.HealFailed failed -> told(fault, failed.evidence());
        };
    }

    private static VerdictReport.Fault told(VerdictReport.Fault fault, String evidence) {
        return fault(
                fault,
                fault.injectedNs(),
                fault.healedNs(),
                fault.verified(),
                fault.verified() ? fault.evidence() : evidence);
    }

    private static VerdictReport.Fault fault(
            VerdictReport.Fault f,
            @Nullable Long injectedNs,
            @Nullable Long healedNs,
            boolean verified,
            String evidence) {
        return new VerdictReport.Fault(
                f.id(), f.fault(), f.target(), f.phase(), injectedNs, healedNs, verified, evidence, null);
    }
}
