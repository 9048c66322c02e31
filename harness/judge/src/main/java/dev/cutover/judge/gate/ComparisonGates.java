package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Interval;
import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the bridge's own account of compared answers against the journal and against the differences that the testbed planted. Nothing else may
 * be different; nothing that old answered in mode dual may be left out without being counted; and of what is counted enough must be compared.
 */
public final class ComparisonGates {
    private static final String COMPARISONS = "comparisons";
    private static final String CANARIES = "canaries";

    /** Of the gates here. */
    public static final List<String> NAMES = List.of(COMPARISONS, CANARIES);

    /** Who is behind with the sync cannot compare much; fewer show nothing. */
    private static final double LEAST = 0.1;

    private final Facts facts;
    private final List<CanaryEvent> canaries;
    private final @Nullable Comparisons found;

    private ComparisonGates(Facts facts) {
        this.facts = facts;
        this.canaries = facts.evidence().events(CanaryEvent.class).toList();
        this.found = facts.evidence().comparisons();
    }

    /** None, if the plan has nothing compared. */
    public static List<Gate> of(Facts facts) {
        List<Gate> gates = new ArrayList<>();
        ComparisonGates made = new ComparisonGates(facts);
        if (facts.obligations().comparing()) {
            gates.add(made.comparisons());
        }
        if (facts.obligations().canaries() > 0) {
            gates.add(made.canaries());
        }
        return gates;
    }

    private Gate comparisons() {
        long planted = canaries.stream().filter(CanaryEvent::reported).count();
        String limit =
                planted == 0 ? "0 different, all accounted for" : planted + " different, as planted, all accounted for";
        if (found == null) {
            EvidencePart part = EvidencePart.COMPARISONS;
            String why = facts.evidence().damage().getOrDefault(part, part.text() + " is empty");
            return new Gate(COMPARISONS, "", Result.UNKNOWN, "not known", limit, why);
        }
        long answered = answered();
        return new Gate(
                COMPARISONS,
                "",
                result(found, answered),
                found.different() + " of " + found.compared() + " different",
                limit,
                "eligible " + found.eligible() + " = compared " + found.compared() + " + dropped " + found.notCompared()
                        + "; old answered " + answered);
    }

    private Result result(Comparisons account, long answered) {
        long atMost = canaries.stream().mapToLong(CanaryEvent::asked).sum();
        if (!account.settled() || account.different() > atMost) {
            return Result.FAIL;
        }
        if (account.eligible() < answered) {
            return killed() ? Result.UNKNOWN : Result.FAIL;
        }
        return account.compared() == 0 || account.compared() < LEAST * account.eligible()
                ? Result.UNKNOWN
                : Result.PASS;
    }

    /** How many operations old certainly answered in mode dual. */
    private long answered() {
        History history = facts.history();
        List<Interval> dual = Course.of(facts.evidence().log()).epochs().stream()
                .filter(epoch -> epoch.mode() == RoutingMode.DUAL)
                .map(Course.Epoch::interval)
                .toList();
        long answered = 0;
        for (int i = 0; i < history.size(); i++) {
            if (byOld(history, i)
                    && facts.obligations().compared().contains(facts.kindOf(i).name())) {
                long invokedNs = history.invokedNs(i);
                long endedNs = history.endedNs(i);
                answered += dual.stream().anyMatch(epoch -> epoch.contains(invokedNs, endedNs)) ? 1 : 0;
            }
        }
        return answered;
    }

    /** What nobody signed, and is no acknowledgement, may be the bridge's own refusal. */
    private static boolean byOld(History history, int operation) {
        ServedBy by = history.servedBy(operation);
        return (by == ServedBy.OLD && !history.unknown(operation)) || (by == ServedBy.NOBODY && history.ok(operation));
    }

    /** With the bridge its account may have been killed; nobody is accused of what it would have said. */
    private boolean killed() {
        return facts.evidence()
                .entries(FaultEvent.Intended.class)
                .map(LogEntry::event)
                .anyMatch(event -> ((FaultEvent) event).fault().equals("kill"));
    }

    private Gate canaries() {
        int owed = facts.obligations().canaries();
        long reported = canaries.stream().filter(CanaryEvent::reported).count();
        long silent = canaries.stream()
                .filter(canary -> canary.asked() > 0 && !canary.reported())
                .count();
        Result incomplete = reported < owed ? Result.UNKNOWN : Result.PASS;
        String details = String.join(
                "; ", canaries.stream().map(CanaryEvent::detail).distinct().toList());
        return new Gate(
                CANARIES,
                "",
                silent > 0 ? Result.FAIL : incomplete,
                reported + " of " + owed + " planted differences reported",
                "all",
                details);
    }
}
