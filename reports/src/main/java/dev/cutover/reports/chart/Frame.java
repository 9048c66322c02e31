package dev.cutover.reports.chart;

import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.at;
import static dev.cutover.reports.markup.Html.css;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** What all charts of a run share: the time axis, the bands of phases and faults. Positions in CSS pixels of a drawing 1080 wide. */
final class Frame {
    static final double WIDTH = 1080;
    private static final double LEFT = 58;
    private static final double RIGHT = WIDTH - 20;

    private final Run run;

    Frame(Run run) {
        this.run = run;
    }

    Run run() {
        return run;
    }

    double left() {
        return LEFT;
    }

    double right() {
        return RIGHT;
    }

    /** Horizontal position of an instant. */
    double x(long ns) {
        return xOfSeconds(run.load().seconds(ns));
    }

    double xOfSeconds(double seconds) {
        double share = seconds / run.load().lengthSeconds();
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    /** Vertical grid, one line at each labelled time; the labels stand below. */
    Html timeAxis(double top, double bottom) {
        List<Html> marks = new ArrayList<>();
        double length = run.load().lengthSeconds();
        double step = step(length);
        for (double second = 0; second <= length; second += step) {
            double x = xOfSeconds(second);
            marks.add(line("grid", x, top, x, bottom));
            marks.add(text("tick mid", x, bottom + 14, Format.clock(second)));
        }
        return all(marks);
    }

    private static double step(double length) {
        for (double step : new double[] {5, 10, 15, 30, 60, 120, 300, 600}) {
            if (length / step <= 14) {
                return step;
            }
        }
        return Math.ceil(length / 14 / 600) * 600;
    }

    /** Horizontal grid of a panel with labels, and the panel's name above it. */
    Html panel(String name, Scale scale, DoubleFunction<String> label) {
        List<Html> marks = new ArrayList<>();
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            marks.add(line(y == scale.bottom() ? "base" : "grid", LEFT, y, RIGHT, y));
            marks.add(text("tick end", LEFT - 7, y + 3.5, label.apply(tick)));
        }
        marks.add(text("name", LEFT + 5, scale.top() - 7, name));
        return all(marks);
    }

    static Html line(String classes, double x1, double y1, double x2, double y2) {
        return el("line", css(classes), at("x1", x1), at("y1", y1), at("x2", x2), at("y2", y2));
    }

    static Html text(String classes, double x, double y, String text) {
        return el("text", css(classes), at("x", x), at("y", y), text);
    }

    static Html box(String classes, double x, double y, double width, double height, Object... content) {
        return el(
                "rect",
                css(classes),
                at("x", x),
                at("y", y),
                at("width", Math.max(0.5, width)),
                at("height", Math.max(0, height)),
                List.of(content));
    }

    /** A drawing that keeps its proportions; narrow screens scroll it. */
    static Html drawing(String label, double height, Object... content) {
        return el(
                "div",
                css("scroll chart"),
                at("tabindex", 0),
                at("role", "region"),
                at("aria-label", label),
                el(
                        "svg",
                        at("viewBox", "0 0 " + (int) WIDTH + " " + (int) height),
                        at("role", "img"),
                        at("aria-label", label),
                        List.of(content)));
    }
}
