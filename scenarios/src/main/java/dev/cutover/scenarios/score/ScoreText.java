package dev.cutover.scenarios.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A score as Markdown. */
public final class ScoreText {
    private ScoreText() {}

    /** The tables, and above them what they come to. */
    public static String of(Score score) {
        List<String> lines = new ArrayList<>();
        List<Score.Row> run =
                score.defects().stream().filter(row -> row.runs() > 0).toList();
        int runs = sum(run, Score.Row::runs);
        int caught = sum(run, row -> row.right() + row.byOthers());
        lines.add("| | runs | of them | 95 % bounds |");
        lines.add("|---|---|---|---|");
        lines.add("| a defect, and NO-GO | " + runs + " | " + caught + " | " + Wilson.of(caught, runs) + " |");
        lines.add("| a defect, and GO | " + runs + " | " + sum(run, Score.Row::missed) + " | "
                + Wilson.of(sum(run, Score.Row::missed), runs) + " |");
        List<Score.Row> calm = score.harmless();
        int clean = sum(calm, Score.Row::runs);
        lines.add("| no defect, and NO-GO | " + clean + " | " + sum(calm, Score.Row::missed) + " | "
                + Wilson.of(sum(calm, Score.Row::missed), clean) + " |");
        lines.add("");
        lines.add("What would have seen the defects in the same runs, without any of the testbed's own checks:");
        lines.add("");
        lines.add("| | runs seen |");
        lines.add("|---|---|");
        lines.add(
                "| row counts of both databases in the end | " + sum(run, Score.Row::byCounts) + " of " + runs + " |");
        lines.add("| a full comparison of both databases in the end | " + sum(run, Score.Row::byDiff) + " of " + runs
                + " |");
        lines.add("| comparing answers in mode dual | " + sum(run, Score.Row::byAnswers) + " of " + runs + " |");
        lines.add("| this testbed | " + caught + " of " + runs + " |");
        lines.add("");
        table("defect", score.defects(), lines);
        lines.add("");
        table("odd, but correct", score.harmless(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static int sum(List<Score.Row> rows, ToIntFunction<Score.Row> of) {
        return rows.stream().mapToInt(of).sum();
    }

    private static void table(String what, List<Score.Row> rows, List<String> lines) {
        lines.add("| bridge | " + what
                + " | expected of | runs | right | by others | wrong | inconclusive | who said no |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        rows.forEach(row -> lines.add("| " + row.bridge() + " | " + row.defect() + " | "
                + (row.expected().isEmpty() ? "nobody" : String.join(", ", row.expected())) + " | " + row.runs()
                + " | " + row.right() + " | " + row.byOthers() + " | " + row.missed() + " | " + row.inconclusive()
                + " | " + String.join(", ", row.seenBy()) + " |"));
    }
}
