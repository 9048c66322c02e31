package dev.cutover.scenarios.stage;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.record.verdict.VerdictReport.Gate;
import dev.cutover.scenarios.stage.BrokenBridge.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which of several broken bridges in one run is the reason for what: a checker that names keys accuses whose keys they are; one that cannot, and
 * a gate, the one bridge of which it is expected, or whoever should be correct if it is expected of none.
 */
final class Attribution {
    private static final String COMPLETED = "plan-completed";

    private final BrokenBridge group;
    private final List<Finding> findings;
    private final List<Gate> gates;

    private Attribution(BrokenBridge group, List<Finding> findings, List<Gate> gates) {
        this.group = group;
        this.findings = findings;
        this.gates = gates;
    }

    static List<Outcome> of(BrokenBridge group, List<Finding> findings, List<Gate> gates) {
        var attribution = new Attribution(group, findings, gates);
        return IntStream.range(0, group.members().size())
                .mapToObj(attribution::outcome)
                .toList();
    }

    /** Of the keys that no member has: only a checker that names keys accuses them, and falsely. */
    static Outcome ofOthers(BrokenBridge group, List<Finding> findings, List<Gate> gates) {
        var attribution = new Attribution(group, findings, gates);
        Set<String> failed = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.result() == Result.FAIL
                        && attribution.isAbout(group.members().size(), finding))
                .forEach(finding -> failed.add(finding.checker()));
        return new Outcome(group, attribution.verdict(List.of(), failed), failed);
    }

    private Outcome outcome(int share) {
        BrokenBridge member = group.members().get(share);
        Set<String> failed = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.result() == Result.FAIL && isOf(share, finding))
                .forEach(finding -> failed.add(finding.checker()));
        gates.stream()
                .filter(gate -> gate.result() == Result.FAIL && isOf(member, VerdictReport.GATE + gate.gate()))
                .forEach(gate -> failed.add(VerdictReport.GATE + gate.gate()));
        return new Outcome(member, verdict(member.entry().caughtBy(), failed), failed);
    }

    private boolean isOf(int share, Finding finding) {
        if (finding.keys().isEmpty()) {
            return isOf(group.members().get(share), finding.checker());
        }
        return isAbout(share, finding);
    }

    private boolean isAbout(int share, Finding finding) {
        int shares = group.members().size() + 1;
        return finding.keys().stream().anyMatch(key -> Math.floorMod(Long.parseLong(key), shares) == share);
    }

    private boolean isOf(BrokenBridge member, String name) {
        List<BrokenBridge> expected = group.members().stream()
                .filter(one -> one.entry().caughtBy().contains(name))
                .toList();
        return expected.isEmpty() ? group.entry().expected() == Verdict.GO : expected.equals(List.of(member));
    }

    /** Who is not accused is cleared only by a run that came to its end, and by checkers that could say. */
    private Verdict verdict(List<String> asked, Set<String> failed) {
        if (!failed.isEmpty()) {
            return Verdict.NO_GO;
        }
        boolean silent = findings.stream()
                .filter(finding -> asked.isEmpty() || asked.contains(finding.checker()))
                .anyMatch(finding -> finding.result() == Result.UNKNOWN);
        return silent || gates.stream().anyMatch(gate -> leavesOpen(gate, asked)) ? Verdict.INCONCLUSIVE : Verdict.GO;
    }

    private static boolean leavesOpen(Gate gate, List<String> asked) {
        return gate.gate().equals(COMPLETED)
                ? gate.result() != Result.PASS
                : gate.result() == Result.UNKNOWN
                        && (asked.isEmpty() || asked.contains(VerdictReport.GATE + gate.gate()));
    }
}
