package dev.cutover.judge;

import dev.cutover.judge.facts.Facts;
import dev.cutover.record.event.Event;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a run and says everything that {@code verdict.json} says. */
public final class VerdictReports {
    private VerdictReports() {}

    /** Runs all checkers, takes the gates as the run decided them, and adds the figures. */
    public static VerdictReport of(Evidence evidence) {
        Facts facts = new Facts(evidence);
        List<Finding> findings = new Judge().judge(facts);
        List<VerdictReport.Gate> gates = gates(evidence.events());
        List<Result> results =
                new ArrayList<>(findings.stream().map(Finding::result).toList());
        gates.forEach(gate -> results.add(gate.result()));
        Verdict verdict = findings.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.ofResults(results);
        return new VerdictReport(
                VerdictReport.SCHEMA,
                verdict,
                verdict.exitCode(),
                reason(verdict, findings, gates),
                run(evidence),
                replay(evidence.manifest()),
                findings,
                gates,
                FiguresOfRun.of(facts),
                PhaseStatistics.of(evidence),
                FaultStatistics.of(evidence.events()));
    }

    private static String reason(Verdict verdict, List<Finding> findings, List<VerdictReport.Gate> gates) {
        if (verdict == Verdict.GO) {
            return "all " + findings.size() + " checks and " + gates.size() + " gates passed";
        }
        Optional<String> finding = findings.stream()
                .filter(one -> one.result() == deciding(verdict))
                .findFirst()
                .map(one -> one.checker() + ": " + one.message());
        Optional<String> gate = gates.stream()
                .filter(one -> one.result() == deciding(verdict))
                .findFirst()
                .map(VerdictReports::sentence);
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

    private static List<VerdictReport.Gate> gates(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind().equals("gate"))
                .map(event -> new VerdictReport.Gate(
                        event.text("gate"),
                        event.text("phase"),
                        result(event.text("result")),
                        event.text("value"),
                        event.text("limit"),
                        event.text("detail")))
                .toList();
    }

    private static Result result(String text) {
        return switch (text) {
            case "PASS" -> Result.PASS;
            case "FAIL" -> Result.FAIL;
            default -> Result.UNKNOWN;
        };
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
                duration(evidence.events()),
                String.valueOf(manifest.versions().getOrDefault("commit", "")),
                manifest.machine());
    }

    private static double duration(List<Event> events) {
        return events.isEmpty() ? 0 : (events.getLast().ns() - events.getFirst().ns()) / 1e9;
    }

    private static String replay(Manifest manifest) {
        String plan = manifest.plan().equals("reference") ? "" : " " + manifest.plan();
        String bridge = manifest.bridge().isEmpty() || manifest.bridge().equals("reference")
                ? ""
                : " --bridge " + manifest.bridge();
        String runtime = manifest.runtime().isEmpty() ? "" : " --runtime " + manifest.runtime();
        return "./cutover rehearse" + plan + bridge + " --seed " + manifest.seed() + runtime;
    }
}
