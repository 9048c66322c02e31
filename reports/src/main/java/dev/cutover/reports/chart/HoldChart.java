package dev.cutover.reports.chart;

import static dev.cutover.reports.chart.Frame.box;
import static dev.cutover.reports.chart.Frame.text;
import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long the requests of a moving bucket were held: a histogram over doubling durations. */
public final class HoldChart {
    private static final double TOP = 20;
    private static final double BOTTOM = 110;
    private static final double HEIGHT = 134;
    private static final double STEP = 90;
    private static final double FIRST = 30;
    private static final int CLASSES = 11;

    private HoldChart() {}

    /**
     * The histogram.
     *
     * @param holdsMs one duration for each move, in milliseconds
     */
    public static Html drawn(List<Double> holdsMs) {
        int[] counts = new int[CLASSES];
        holdsMs.forEach(hold -> counts[classOf(hold)]++);
        int most = Arrays.stream(counts).max().orElse(1);
        List<Html> marks = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            marks.add(column(i, counts[i], most));
        }
        return Frame.drawing("Histogram of holds, in number of bucket moves", HEIGHT, all(marks));
    }

    private static Html column(int index, int count, int most) {
        double x = FIRST + index * STEP;
        double height = (BOTTOM - TOP) * count / Math.max(1, most);
        String range = index == 0
                ? "under " + Format.shortMillis(upTo(0))
                : index == CLASSES - 1 ? "over " + Format.millis(upTo(index - 1)) : "to " + Format.millis(upTo(index));
        return el(
                "g",
                count == 0 ? Html.NOTHING : box("hold", x, BOTTOM - height, STEP - 8, height),
                text("count mid", x + (STEP - 8) / 2, BOTTOM - height - 5, count == 0 ? "" : Integer.toString(count)),
                text("tick mid", x + (STEP - 8) / 2, BOTTOM + 16, range));
    }

    private static int classOf(double holdMs) {
        int index = 0;
        while (index < CLASSES - 1 && holdMs >= upTo(index)) {
            index++;
        }
        return index;
    }

    /** 5, 10, 20, 40 … ms. */
    private static double upTo(int index) {
        return 5 * Math.pow(2, index);
    }
}
