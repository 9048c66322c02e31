package dev.cutover.judge;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the checkers over the evidence of one run. The same evidence always gives the same findings. */
public final class Judge {
    private final Map<String, Supplier<Checker>> checkers;

    /** A judge with all checkers. */
    public Judge() {
        this(Checkers.all());
    }

    /** A judge with some checkers, by name. */
    public Judge(Map<String, Supplier<Checker>> checkers) {
        this.checkers = checkers;
    }

    /** A finding of every checker that the run's obligations call for; one that breaks finds UNKNOWN. */
    public List<Finding> judge(Evidence evidence) {
        return judge(new Facts(evidence));
    }

    List<Finding> judge(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        checkers.forEach((name, constructor) -> {
            Checker checker = constructor.get();
            if (checker.owed(facts.obligations())) {
                findings.add(judge(name, checker, facts));
            }
        });
        return findings;
    }

    private static Finding judge(String name, Checker checker, Facts facts) {
        Inquiry inquiry = new Inquiry(name, checker.title());
        try {
            checker.check(facts, inquiry);
        } catch (RuntimeException e) {
            inquiry.gap("the checker broke: " + e);
        }
        return inquiry.finding();
    }
}
