package dev.cutover.scenarios.score;

import dev.cutover.reports.markdown.Markdown;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A score as Markdown: what it comes to, and each bridge that has runs. */
public final class ScoreText {
    private final Score score;
    private final Markdown text = new Markdown();

    private ScoreText(Score score) {
        this.score = score;
    }

    public static String of(Score score) {
        ScoreText text = new ScoreText(score);
        text.sums();
        text.others();
        text.hazards();
        text.bridges("defect", score.defects());
        text.bridges("odd, but correct", score.harmless());
        text.notRun();
        return text.text.toString();
    }

    private void sums() {
        text.header(List.of("", "runs", "of them", "95 % bounds"));
        sum("a defect, and NO-GO", score.defects(), row -> row.right() + row.byOthers());
        sum("a defect, and GO", score.defects(), Score.Row::missed);
        sum("no defect, and NO-GO", score.harmless(), Score.Row::missed);
        text.line("");
    }

    private void sum(String what, List<Score.Row> rows, ToIntFunction<Score.Row> of) {
        int runs = sum(rows, Score.Row::runs);
        int some = sum(rows, of);
        text.row(List.of(what, "" + runs, "" + some, Wilson.of(some, runs).toString()));
    }

    private void others() {
        text.paragraph(
                "What would have seen the defects, without any of the testbed's own checks, in those of the runs in which a bridge was alone:");
        text.header(List.of("", "runs seen"));
        seen("row counts of both databases in the end", Score.Row::byCounts, Score.Row::counted);
        seen("a full comparison of both databases in the end", Score.Row::byDiff, Score.Row::alone);
        seen("comparing answers in mode dual", Score.Row::byAnswers, Score.Row::alone);
        text.line("");
    }

    private void seen(String by, ToIntFunction<Score.Row> of, ToIntFunction<Score.Row> all) {
        text.row(List.of(by, sum(score.defects(), of) + " of " + sum(score.defects(), all)));
    }

    private void hazards() {
        text.header(List.of("class of hazards", "bridges", "runs", "NO-GO", "GO", "INCONCLUSIVE"));
        score.defects().stream()
                .collect(Collectors.groupingBy(Score.Row::hazard, TreeMap::new, Collectors.toList()))
                .forEach((hazard, rows) -> text.row(List.of(
                        hazard,
                        "" + rows.size(),
                        "" + sum(rows, Score.Row::runs),
                        "" + sum(rows, row -> row.right() + row.byOthers()),
                        "" + sum(rows, Score.Row::missed),
                        "" + sum(rows, Score.Row::inconclusive))));
        text.line("");
    }

    private void bridges(String what, List<Score.Row> rows) {
        text.header(List.of(
                "bridge",
                what,
                "expected of",
                "runs",
                "alone",
                "acted in",
                "first in",
                "right",
                "by others",
                "wrong",
                "inconclusive",
                "who said no"));
        rows.stream().filter(row -> row.runs() > 0).forEach(this::bridge);
        text.line("");
    }

    private void bridge(Score.Row row) {
        text.row(List.of(
                row.bridge(),
                row.defect(),
                row.expected().isEmpty() ? "nobody" : String.join(", ", row.expected()),
                "" + row.runs(),
                "" + row.alone(),
                row.told() == 0 ? "not known" : row.acted() + " of " + row.told(),
                String.join(", ", row.firstActed()),
                "" + row.right(),
                "" + row.byOthers(),
                "" + row.missed(),
                "" + row.inconclusive(),
                String.join(", ", row.seenBy())));
    }

    private void notRun() {
        String names = Stream.concat(score.defects().stream(), score.harmless().stream())
                .filter(row -> row.runs() == 0)
                .map(row -> Markdown.escaped(row.bridge()))
                .collect(Collectors.joining(", "));
        text.line("Without a run: " + (names.isEmpty() ? "none" : names) + ".");
    }

    private static int sum(List<Score.Row> rows, ToIntFunction<Score.Row> of) {
        return rows.stream().mapToInt(of).sum();
    }
}
