package dev.cutover.judge;

import dev.cutover.judge.facts.Capabilities;
import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.hazard.Hazards;
import dev.cutover.judge.hazard.Touched;
import dev.cutover.record.event.Isolated;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From evidence to verdict: the one entry. Pure: the same evidence always gives the same report. */
public final class Judge {

    private final Map<String, Supplier<Checker>> checkers;

    private Judge(Map<String, Supplier<Checker>> checkers) {
        this.checkers = checkers;
    }

    /** Everything that {@code verdict.json} says. */
    public static VerdictReport judge(Evidence evidence) {
        Facts facts = new Facts(evidence);
        VerdictReport.Figures figures = FiguresOfRun.of(facts);
        List<VerdictReport.Phase> phases = PhaseStatistics.of(evidence);
        Judge judge = new Judge(Checkers.all());
        List<Finding> findings = judge.findings(facts);
        List<VerdictReport.NotExamined> notExamined = judge.notExamined(evidence);
        List<VerdictReport.Gate> gates = Gates.of(facts, figures);
        Verdict verdict = verdict(findings, gates);
        return new VerdictReport(
                VerdictReport.SCHEMA,
                verdict,
                verdict.exitCode(),
                reason(verdict, findings, gates, notExamined),
                run(evidence),
                evidence.manifest().replay(),
                findings,
                gates,
                notExamined,
                figures,
                phases,
                Touched.faults(facts),
                Hazards.of(facts));
    }

    /** What the checkers find, without gates and figures: of evidence that no machine's load has made. */
    public static List<Finding> findings(Evidence evidence) {
        return findings(evidence, Checkers.all());
    }

    /** The names of all gates that there are. */
    public static List<String> gates() {
        return Gates.NAMES;
    }

    /** What some checkers, by name, find. */
    static List<Finding> findings(Evidence evidence, Map<String, Supplier<Checker>> checkers) {
        return new Judge(checkers).findings(new Facts(evidence));
    }

    /** A finding of every checker that the run's obligations call for; one that breaks finds UNKNOWN. */
    private List<Finding> findings(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        checkers.forEach((name, constructor) -> {
            Checker checker = constructor.get();
            boolean owed = checker.owed(facts.evidence().manifest());
            if (owed && checker.nothingToExamine(facts.evidence()) == null) {
                findings.add(finding(name, checker, facts));
            }
        });
        return findings;
    }

    /** What the plan does not ask for, and what its queries do not give. */
    private List<VerdictReport.NotExamined> notExamined(Evidence evidence) {
        Manifest manifest = evidence.manifest();
        List<VerdictReport.NotExamined> left =
                new ArrayList<>(Capabilities.of(manifest).notExamined());
        checkers.forEach((name, constructor) -> {
            Checker checker = constructor.get();
            String why = checker.owed(manifest) ? checker.nothingToExamine(evidence) : null;
            if (why != null) {
                left.add(new VerdictReport.NotExamined(name, why));
            }
        });
        String exposed = notIsolated(evidence);
        if (!exposed.isEmpty()) {
            left.add(new VerdictReport.NotExamined("isolation", exposed));
        }
        if (evidence.injector() != null && evidence.injector().startLag() == null) {
            left.add(new VerdictReport.NotExamined("start-lag", InjectorHealth.UNTOLD));
        }
        return List.copyOf(left);
    }

    /** Why what was rehearsed might have reached the outside; empty if it was seen that it could not. */
    private static String notIsolated(Evidence evidence) {
        if (evidence.events(Isolated.class).anyMatch(seen -> !seen.internal())) {
            return "processes shared the machine's network";
        }
        String untried = evidence.events(Isolated.class)
                .filter(seen -> Boolean.FALSE.equals(seen.proven()))
                .map(seen -> seen.component() + " (" + seen.probe() + ")")
                .collect(Collectors.joining(", "));
        return untried.isEmpty() ? "" : "from inside, a connection outside could not be tried in " + untried;
    }

    /** Who needs a part that is absent or torn is not asked: nothing may be concluded from what is not there. */
    private static Finding finding(String name, Checker checker, Facts facts) {
        Inquiry inquiry = new Inquiry(name, checker.title());
        Map<EvidencePart, String> damage = facts.evidence().damage();
        List<EvidencePart> lacking =
                checker.needs().stream().filter(damage::containsKey).sorted().toList();
        lacking.forEach(part -> inquiry.gap(part.text() + ": " + damage.get(part)));
        try {
            if (lacking.isEmpty()) {
                checker.check(facts, inquiry);
            }
        } catch (RuntimeException e) {
            inquiry.gap("the checker broke: " + e);
        }
        return inquiry.finding(facts.evidence()::key);
    }

    private static Verdict verdict(List<Finding> findings, List<VerdictReport.Gate> gates) {
        List<Result> results =
                new ArrayList<>(findings.stream().map(Finding::result).toList());
        gates.forEach(gate -> results.add(gate.result()));
        return findings.isEmpty() || gates.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.of(results);
    }

    private static String reason(
            Verdict verdict,
            List<Finding> findings,
            List<VerdictReport.Gate> gates,
            List<VerdictReport.NotExamined> notExamined) {
        if (verdict == Verdict.GO) {
            String left = notExamined.stream()
                    .map(VerdictReport.NotExamined::property)
                    .collect(Collectors.joining(", "));
            return "all " + findings.size() + " checks and " + gates.size() + " gates passed"
                    + (left.isEmpty() ? "" : "; not examined: " + left);
        }
        Optional<String> finding = findings.stream()
                .filter(one -> one.result() == deciding(verdict))
                .findFirst()
                .map(one -> one.checker() + ": " + one.message());
        Optional<String> gate = gates.stream()
                .filter(one -> one.result() == deciding(verdict))
                .findFirst()
                .map(Judge::sentence);
        // A run that was not completed leaves checkers without evidence: then the gate is the cause.
        return (verdict == Verdict.NO_GO ? finding.or(() -> gate) : gate.or(() -> finding))
                .orElse("nothing was judged");
    }

    private static Result deciding(Verdict verdict) {
        return verdict == Verdict.NO_GO ? Result.FAIL : Result.UNKNOWN;
    }

    private static String sentence(VerdictReport.Gate gate) {
        return "gate " + gate.gate() + (gate.phase().isEmpty() ? "" : " in phase " + gate.phase()) + ": " + gate.value()
                + ", limit " + gate.limit();
    }

    private static VerdictReport.Run run(Evidence evidence) {
        Manifest manifest = evidence.manifest();
        return new VerdictReport.Run(
                evidence.name(),
                manifest.plan(),
                manifest.seed(),
                manifest.bridge(),
                manifest.runtime(),
                manifest.startedAt(),
                seconds(evidence.log()),
                manifest.versions().commit(),
                manifest.machine());
    }

    private static @Nullable Double seconds(List<LogEntry> log) {
        return log.isEmpty() ? null : (log.getLast().ns() - log.getFirst().ns()) / 1e9;
    }
}
