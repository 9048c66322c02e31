package dev.cutover.reports.text;

import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.run.Run;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sentences around a verdict, the same in every report. */
public final class Statement {
    private static final int NAMED = 4;

    private Statement() {}

    /** GO, NO-GO or INCONCLUSIVE; or that there is no verdict. */
    public static String verdict(Run run) {
        return run.judged() == null ? "NOT JUDGED" : run.judged().verdict().text();
    }

    /** Why the verdict is what it is. */
    public static String reason(Run run) {
        return run.judged() == null
                ? "This run was not judged, so it says nothing for or against the cutover."
                : run.judged().reason();
    }

    /** What it would take for another verdict. */
    public static String change(Run run) {
        if (run.judged() == null) {
            return "Judging the evidence that there is: cutover check "
                    + run.directory().root() + "; or running it again: " + replay(run);
        }
        return switch (run.judged().verdict()) {
            case GO ->
                "A violation in another run, or another build, schema, configuration or load: it holds for "
                        + commit(run) + " under this plan only.";
            case NO_GO -> "A new run in which these pass: " + names(run, Result.FAIL) + ".";
            case INCONCLUSIVE -> "Evidence for what could not be decided: " + names(run, Result.UNKNOWN) + ".";
        };
    }

    /** A fact of the run, such as its plan; a dash if it is not known. */
    public static String about(Run run, Function<VerdictReport.Run, @Nullable Object> fact) {
        Object found = run.about() == null ? null : fact.apply(run.about());
        return found == null ? Format.NOTHING : Format.orNothing(found.toString());
    }

    public static String started(Run run) {
        String started = about(run, VerdictReport.Run::startedAt);
        return started.length() < 19 ? started : started.substring(0, 19).replace('T', ' ') + " UTC";
    }

    public static String lasted(Run run) {
        return run.about() == null ? Format.NOTHING : Format.seconds(run.about().durationSeconds());
    }

    /** The command that runs this again. */
    public static String replay(Run run) {
        return Format.orNothing(run.replay());
    }

    /** A gate and its phase, if it has one. */
    public static String name(VerdictReport.Gate gate) {
        return gate.phase().isEmpty() ? gate.gate() : gate.gate() + " in " + gate.phase();
    }

    private static String commit(Run run) {
        String commit = about(run, VerdictReport.Run::commit);
        return commit.equals(Format.NOTHING) ? "this build" : "commit " + commit;
    }

    private static String names(Run run, Result result) {
        List<String> names = Stream.concat(
                        run.findings(result).stream().map(Finding::checker),
                        run.gates(result).stream().map(Statement::name))
                .toList();
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
