package dev.cutover.reports.charts;

import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.at;
import static dev.cutover.reports.html.Html.css;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Collects points into a line that breaks where a value is not known. */
final class Lines {
    private final List<StringBuilder> pieces = new ArrayList<>();
    private boolean broken = true;

    void add(double x, OptionalDouble y) {
        if (y.isEmpty()) {
            broken = true;
            return;
        }
        if (broken) {
            pieces.add(new StringBuilder());
        }
        broken = false;
        pieces.getLast().append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y.getAsDouble()));
    }

    Html drawn(String classes) {
        return all(pieces.stream()
                .map(points -> el(
                        "polyline", css(classes), at("points", points.toString().strip())))
                .toList());
    }
}
