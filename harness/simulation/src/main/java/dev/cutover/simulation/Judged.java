package dev.cutover.simulation;

import dev.cutover.judge.Judge;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A schedule that was played and judged.
 *
 * @param findings of all checkers that the plan owes, those of a real run
 * @param operations the numbers of all operations that were asked for
 * @param faults the numbers of the faults that there were
 * @param acted how often they did something: to a message, or by a crash
 */
public record Judged(
        Schedule schedule,
        Evidence evidence,
        List<Finding> findings,
        Set<Integer> operations,
        Set<Integer> faults,
        long acted) {

    public Judged {
        findings = List.copyOf(findings);
    }

    /** Plays and judges. */
    public static Judged of(Course course, Schedule schedule) {
        Play.Played played = Play.of(course, schedule);
        return new Judged(
                schedule,
                played.evidence(),
                Judge.findings(played.evidence()),
                played.operations(),
                numbers(played.faults()),
                played.acted());
    }

    private static Set<Integer> numbers(List<Fault> faults) {
        return faults.stream().map(Fault::number).collect(Collectors.toCollection(TreeSet::new));
    }

    /** GO if all passed. */
    public Verdict verdict() {
        return Verdict.of(findings.stream().map(Finding::result).toList());
    }

    /** The checkers that accuse. */
    public List<Finding> accusing() {
        return findings.stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .toList();
    }

    /** What decides the verdict, unless it is GO. */
    public List<Finding> deciding() {
        List<Finding> accusing = accusing();
        return accusing.isEmpty()
                ? findings.stream()
                        .filter(finding -> finding.result() != Result.PASS)
                        .toList()
                : accusing;
    }
}
