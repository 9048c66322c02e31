package dev.cutover.reports.show;

import dev.cutover.record.verdict.Result;
import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences around a verdict, the same in every report. */
public final class Statement {
    private static final int NAMED = 4;

    private Statement() {}

    /** Why the verdict is what it is. */
    public static String reason(RunRecord run) {
        String reason = run.verdict().text("reason");
        return reason.isEmpty() ? "This run was not judged, so it says nothing for or against the cutover." : reason;
    }

    /** What it would take for another verdict. */
    public static String change(RunRecord run) {
        return switch (run.standing()) {
            case GO ->
                "A violation in another run, or another build, schema, configuration or load: it holds for "
                        + commit(run) + " under this plan only.";
            case NO_GO -> "A new run in which these pass: " + names(run.judged(Result.FAIL)) + ".";
            case INCONCLUSIVE -> "Evidence for what could not be decided: " + names(run.judged(Result.UNKNOWN)) + ".";
            case NOT_JUDGED ->
                "Judging the evidence that there is: ./cutover check "
                        + run.directory().root() + "; or running it again: " + run.replay();
        };
    }

    public static String started(RunRecord run) {
        String started = run.about("startedAt").text();
        return started.length() < 19
                ? Show.orNothing(started)
                : started.substring(0, 19).replace('T', ' ') + " UTC";
    }

    private static String commit(RunRecord run) {
        String commit = run.about("commit").text();
        String versioned = commit.isEmpty() ? run.manifest().at("versions").text("commit") : commit;
        return versioned.isEmpty() ? "this build" : "commit " + versioned;
    }

    private static String names(List<Judged> judged) {
        String first = judged.stream().limit(NAMED).map(Judged::name).collect(Collectors.joining(", "));
        return judged.size() <= NAMED ? first : first + " and " + (judged.size() - NAMED) + " more";
    }
}
