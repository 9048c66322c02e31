package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Unfinished;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.TotalRead;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Violated by a sum that no operation may change and that differs from what it was after seeding. Needs no quiescence and no outcome:
 * whichever operations happened, and however far they were replicated, each moves amounts within one transaction. Where the plan says that a
 * sum holds at every instant, whoever brings an operation to that system has to do so in one transaction as well: then it is judged in between, too.
 */
public final class Conservation implements Checker {

    @Override
    public String title() {
        return "What only moves, like money between accounts, is neither made nor lost";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.any(manifest, reads -> !reads.totals().isEmpty()) || manifest.has(Role.TRANSFER);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.EVENTS, EvidencePart.INITIAL_TOTALS, EvidencePart.TOTALS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        SortedMap<String, BigDecimal> initial = facts.evidence().initialTotals();
        List<StateDump> dumps = new ArrayList<>(facts.finalDumps(inquiry));
        dumps.addAll(facts.rollbackDumps(inquiry));
        for (StateDump dump : dumps) {
            List<String> owed = facts.owes(dump).totals();
            if (owed.isEmpty() && facts.evidence().manifest().has(Role.TRANSFER)) {
                inquiry.gap("nothing is summed up in " + dump.system() + ", so what transfers move may be lost there");
            } else if (facts.holdsEverything(dump)) {
                owed.forEach(name -> check(dump, name, initial.get(name), inquiry));
            } else {
                inquiry.gap("the bootstrap did not end, so " + dump.name() + " lacks what was not copied yet");
            }
        }
        facts.obligations()
                .reads()
                .forEach((system, reads) ->
                        reads.atEveryInstant().forEach(name -> inBetween(facts, system, name, inquiry)));
    }

    /** Every time that it was summed up while the run went on. */
    private static void inBetween(Facts facts, String system, String name, Inquiry inquiry) {
        BigDecimal initial = facts.evidence().initialTotals().get(name);
        Unfinished unfinished = Unfinished.of(facts, system);
        List<TotalRead> reads = facts.evidence().totals().stream()
                .filter(read -> read.system().equals(system) && read.total().equals(name))
                .filter(read -> unfinished.over(read.invokedNs(), read.returnedNs()))
                .toList();
        if (reads.stream().allMatch(read -> read.value() == null)) {
            inquiry.gap(name + " was never summed up in " + system + " while the run went on");
        }
        if (initial != null) {
            reads.forEach(read -> check(facts, read, initial, inquiry));
        }
    }

    private static void check(Facts facts, TotalRead read, BigDecimal initial, Inquiry inquiry) {
        BigDecimal found = read.value();
        if (found == null) {
            return;
        }
        inquiry.examined(1);
        if (found.compareTo(initial) != 0) {
            inquiry.violation(
                    read.total() + " in " + read.system() + " was " + found.toPlainString() + " for a moment"
                            + phase(facts, read) + ", but " + initial.toPlainString()
                            + " after seeding, and should be at every"
                            + " instant: " + found.subtract(initial).toPlainString() + " came from nowhere",
                    () -> Map.of(
                            "total",
                            read.total(),
                            "system",
                            read.system(),
                            "invokedNs",
                            read.invokedNs(),
                            "returnedNs",
                            read.returnedNs(),
                            "initial",
                            initial,
                            "found",
                            found));
        }
    }

    private static String phase(Facts facts, TotalRead read) {
        return facts.course().phases().stream()
                .filter(phase -> phase.interval().touches(read.invokedNs(), read.returnedNs()))
                .map(Course.Phase::name)
                .findFirst()
                .map(name -> " in phase " + name)
                .orElse("");
    }

    private static void check(StateDump dump, String name, @Nullable BigDecimal initial, Inquiry inquiry) {
        BigDecimal found = dump.totals().get(name);
        if (initial == null) {
            inquiry.gap(name + " was NULL, or not summed up, after seeding");
            return;
        }
        if (found == null) {
            inquiry.gap("in the dump " + dump.name() + " the total " + name + " is NULL, or not there");
            return;
        }
        inquiry.examined(1);
        // Not equals: 1.50 and 1.5 are the same sum.
        if (found.compareTo(initial) != 0) {
            inquiry.violation(
                    name + " in " + dump.name() + " is " + found.toPlainString() + ", but was "
                            + initial.toPlainString() + " after seeding: "
                            + found.subtract(initial).toPlainString() + " came from nowhere",
                    () -> Map.of("total", name, "dump", dump.name(), "initial", initial, "found", found));
        }
    }
}
