package dev.cutover.scenarios.cli;

import dev.cutover.judge.facts.Capabilities;
import dev.cutover.record.verdict.VerdictReport.NotExamined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan can show at best, told before anything is started. */
final class Possible {
    private Possible() {}

    static List<String> lines(Capabilities capabilities) {
        List<String> lines = new ArrayList<>();
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
