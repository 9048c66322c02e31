package dev.cutover.reports.chart;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects points into a line that breaks where a value is not known. */
final class Lines {
    private final List<StringBuilder> pieces = new ArrayList<>();
    private boolean broken = true;

    void add(double x, @Nullable Double y) {
        if (y == null) {
            broken = true;
            return;
        }
        if (broken) {
            pieces.add(new StringBuilder());
        }
        broken = false;
        pieces.getLast().append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    Html drawn(String classes) {
        return all(pieces.stream()
                .map(points -> el(
                        "polyline", css(classes), at("points", points.toString().strip())))
                .toList());
    }
}
