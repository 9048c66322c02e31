package dev.cutover.scenarios.cli;

import dev.cutover.rehearse.trial.Trial;
import dev.cutover.rehearse.trial.Trials;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints each trial as it is over: a line, and below it what to do, and where. */
record TrialPrinter(PrintWriter out) implements Consumer<Trial> {

    private static final String BELOW = "  %-9s %s%n";

    private static final String NEXT_LINE = "\n" + " ".repeat(14);

    @Override
    public void accept(Trial trial) {
        out.printf(
                "  %-9s %s: %s%n",
                word(trial.result()), trial.what(), trial.found().strip().replace("\n", NEXT_LINE));
        if (!trial.advice().isEmpty()) {
            out.printf(BELOW, "", "→ " + trial.advice());
        }
        if (!trial.at().isEmpty()) {
            out.printf(BELOW, "", "  " + trial.at());
        }
        out.flush();
    }

    /**
     * How many went how.
     *
     * @param next the command that rehearses the plan
     */
    void sum(String plan, Trials trials, String next) {
        long wrong = trials.count(Trial.Result.WRONG);
        out.printf(
                "plan %s: %d tried and ok, %d wrong, %d not tried.%s%n",
                plan,
                trials.count(Trial.Result.OK),
                wrong,
                trials.count(Trial.Result.NOT_TRIED),
                wrong == 0 ? " Next: " + next : " Correct the first that is wrong: others may follow from it.");
        out.flush();
    }

    private static String word(Trial.Result result) {
        return switch (result) {
            case OK -> "ok";
            case WRONG -> "WRONG";
            case NOT_TRIED -> "not tried";
        };
    }
}
