package dev.cutover.scenarios.cli;

import dev.cutover.judge.facts.Capabilities;
import dev.cutover.record.verdict.VerdictReport.NotExamined;
import dev.cutover.rehearse.load.LoadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan can show at best, told before anything is started. */
final class Possible {
    private Possible() {}

    static List<String> lines(LoadModel load, Capabilities capabilities) {
        List<String> lines = new ArrayList<>();
        if (load.own().isPresent()) {
            lines.add("the load is the plan's own: how often each operation comes is not computed before,"
                    + " and how late it is nobody knows; its rate is measured");
        }
        capabilities.shortOfGo().forEach(missing -> lines.add("at best INCONCLUSIVE: " + missing));
        if (!capabilities.notExamined().isEmpty()) {
            lines.add("not examined: "
                    + capabilities.notExamined().stream().map(Possible::text).collect(Collectors.joining("; ")));
        }
        return lines;
    }

    private static String text(NotExamined left) {
        return left.property() + " (" + left.because() + ")";
    }
}
