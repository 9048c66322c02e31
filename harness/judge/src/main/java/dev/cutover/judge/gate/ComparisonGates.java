package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Interval;
import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Comparisons.OfOperation;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Of one operation; of fewer each may have come at a bad time. */
    private static final long OCCASION = 50;

    /** The faults after which a component starts with an account that is empty. */
    private static final List<String> ENDS = List.of("kill", "crash", "restart", "out-of-memory");

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
        long[] answered = answered();
        return new Gate(
                COMPARISONS,
                "",
                result(found, answered),
                found.different() + " of " + found.compared() + " different",
                limit,
                "eligible " + found.eligible() + " = compared " + found.compared() + " + dropped " + found.notCompared()
                        + "; old answered " + Arrays.stream(answered).sum() + ofOperations(found, answered));
    }

    private Result result(Comparisons account, long[] answered) {
        boolean more = account.different()
                > canaries.stream().mapToLong(CanaryEvent::asked).sum();
        // Of one that was planted, but of which nothing was recorded, nobody knows how often it was asked for.
        boolean allTold = canaries.size() >= facts.obligations().canaries();
        boolean less = account.eligible() < Arrays.stream(answered).sum()
                || !shortOf(account, answered).isEmpty();
        if (!account.settled() || (more && allTold) || (less && !killed())) {
            return Result.FAIL;
        }
        boolean hardly = account.compared() == 0
                || account.compared() < LEAST * account.eligible()
                || !scarce(account).isEmpty();
        return more || less || hardly ? Result.UNKNOWN : Result.PASS;
    }

    private String ofOperations(Comparisons account, long[] answered) {
        List<String> wrong = new ArrayList<>();
        shortOf(account, answered).forEach(name -> wrong.add("; less than old answered of " + name));
        scarce(account).forEach(name -> wrong.add("; hardly any of " + name + " compared"));
        return String.join("", wrong);
    }

    /** The operations of which old answered more than is accounted for; none, if the bridge does not account for each. */
    private List<String> shortOf(Comparisons account, long[] answered) {
        List<String> names = new ArrayList<>();
        for (int kind = 0; kind < answered.length && !account.operations().isEmpty(); kind++) {
            String name = facts.evidence().manifest().kinds().get(kind).name();
            if (eligible(account, name) < answered[kind]) {
                names.add(name);
            }
        }
        return names;
    }

    private static long eligible(Comparisons account, String operation) {
        OfOperation of = account.operations().get(operation);
        return of == null ? 0 : of.eligible();
    }

    /** The operations that were hardly ever compared, though there was occasion. */
    private List<String> scarce(Comparisons account) {
        return account.operations().entrySet().stream()
                .filter(of -> facts.obligations().compared().contains(of.getKey()))
                .filter(of -> of.getValue().eligible() >= OCCASION
                        && of.getValue().compared() < LEAST * of.getValue().eligible())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many operations whose answers are compared old certainly answered in mode dual, by kind. */
    private long[] answered() {
        History history = facts.history();
        List<Interval> dual = dual();
        List<Boolean> compared = facts.evidence().manifest().kinds().stream()
                .map(kind -> facts.obligations().compared().contains(kind.name()))
                .toList();
        long[] answered = new long[compared.size()];
        for (int i = 0; i < history.size(); i++) {
            answered[history.kind(i)] +=
                    compared.get(history.kind(i)) && byOld(history, i) && inside(dual, history, i) ? 1 : 0;
        }
        return answered;
    }

    private List<Interval> dual() {
        return facts.course().epochs().stream()
                .filter(epoch -> epoch.mode() == RoutingMode.DUAL)
                .map(Course.Epoch::interval)
                .toList();
    }

    private static boolean inside(List<Interval> intervals, History history, int operation) {
        for (Interval interval : intervals) {
            if (interval.contains(history.invokedNs(operation), history.endedNs(operation))) {
                return true;
            }
        }
        return false;
    }

    /** What nobody signed, and is no acknowledgement, may be the bridge's own refusal. */
    private static boolean byOld(History history, int operation) {
        ServedBy by = history.servedBy(operation);
        return (by == ServedBy.OLD && !history.unknown(operation)) || (by == ServedBy.NOBODY && history.ok(operation));
    }

    /** What was killed while the account grew, or before it was read, may have taken it along: nobody is accused of what it would have said. */
    private boolean killed() {
        long fromNs = dual().stream().mapToLong(Interval::fromNs).min().orElse(Long.MIN_VALUE);
        long readNs = facts.evidence()
                .entries(Observed.class)
                .filter(entry -> ((Observed) entry.event()).name().equals(COMPARISONS))
                .mapToLong(LogEntry::ns)
                .max()
                .orElse(Long.MAX_VALUE);
        return facts.evidence()
                .entries(FaultEvent.Intended.class)
                .filter(entry -> entry.ns() > fromNs && entry.ns() < readNs)
                .anyMatch(entry -> ENDS.contains(((FaultEvent) entry.event()).fault()));
    }

    private Gate canaries() {
        int owed = facts.obligations().canaries();
        long reported = canaries.stream().filter(CanaryEvent::reported).count();
        boolean silent = canaries.stream().anyMatch(canary -> canary.answered() > 0 && !canary.reported());
        Result incomplete = reported < owed ? Result.UNKNOWN : Result.PASS;
        String details = String.join(
                "; ", canaries.stream().map(CanaryEvent::detail).distinct().toList());
        return new Gate(
                CANARIES,
                "",
                silent ? Result.FAIL : incomplete,
                reported + " of " + owed + " planted differences reported",
                "all",
                details);
    }
}
