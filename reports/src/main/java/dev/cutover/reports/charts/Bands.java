package dev.cutover.reports.charts;

import static dev.cutover.reports.charts.Frame.box;
import static dev.cutover.reports.charts.Frame.line;
import static dev.cutover.reports.charts.Frame.text;
import static dev.cutover.reports.html.Html.all;
import static dev.cutover.reports.html.Html.el;

import dev.cutover.reports.html.Html;
import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.show.Characters;
import dev.cutover.reports.show.Show;
import java.util.ArrayList;
import java.util.List;

/** Phases and faults as bands over the whole height of a chart, each named. */
final class Bands {
    private static final double LANE = 30;
    private static final int LANES = 3;
    private static final double LETTER = 6.2;

    private final Frame frame;

    Bands(Frame frame) {
        this.frame = frame;
    }

    Html phases(double top, double bottom) {
        List<Html> bands = new ArrayList<>();
        List<Phase> phases = frame.run().phases().stream().filter(Phase::ran).toList();
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            double x = frame.x(phase.beginNs());
            double width = frame.x(phase.endNs()) - x;
            bands.add(box(i % 2 == 0 ? "phase even" : "phase odd", x, top, width, bottom - top));
            bands.add(line("edge", x, top, x, bottom));
            String name = Characters.shortened(phase.name(), Math.max(1, (int) ((width - 6) / LETTER)));
            bands.add(el("g", text("label", x + 5, top + 13, name), el("title", phase.name())));
        }
        return all(bands);
    }

    Html faults(double top, double bottom) {
        return all(injected().stream().map(fault -> band(fault, top, bottom)).toList());
    }

    private Html band(FaultRecord fault, double top, double bottom) {
        double x = frame.x(fault.injectedNs());
        double end = frame.x(endNs(fault));
        return all(
                box(
                        fault.proven() ? "fault" : "fault unproven",
                        x,
                        top,
                        end - x,
                        bottom - top,
                        el("title", told(fault))),
                line("faultedge", x, top, x, bottom),
                line("faultedge", end, top, end, bottom));
    }

    /** The faults by name, in as many lanes as it takes so that no two names touch, up to three. */
    Html faultLanes(double top) {
        List<Html> marks = new ArrayList<>();
        double[] free = new double[LANES];
        for (FaultRecord fault : injected()) {
            marks.add(bar(fault, start(fault), top + take(free, fault) * LANE));
        }
        return all(marks);
    }

    /** Height of the lanes in use. */
    double lanesHeight() {
        double[] free = new double[LANES];
        int used = 0;
        for (FaultRecord fault : injected()) {
            used = Math.max(used, take(free, fault) + 1);
        }
        return used * LANE;
    }

    private Html bar(FaultRecord fault, double start, double y) {
        double x = frame.x(fault.injectedNs());
        double width = Math.max(frame.x(endNs(fault)) - x, 3);
        return el(
                "g",
                box(fault.proven() ? "faultbar" : "faultbar unproven", x, y, width, 5),
                text("label", start, y + 17, name(fault)),
                el("title", told(fault)));
    }

    private List<FaultRecord> injected() {
        return frame.run().faults().stream()
                .filter(fault -> fault.injectedNs() != 0)
                .toList();
    }

    private double start(FaultRecord fault) {
        return Math.min(frame.x(fault.injectedNs()), frame.right() - name(fault).length() * LETTER);
    }

    private static String name(FaultRecord fault) {
        return (fault.proven() ? "" : "? ") + fault.fault() + " " + fault.target();
    }

    private int take(double[] free, FaultRecord fault) {
        int lane = lane(free, start(fault));
        free[lane] = Math.max(frame.x(endNs(fault)), start(fault) + name(fault).length() * LETTER) + 8;
        return lane;
    }

    /** The first lane that is free from here on; else the one that gets free first. */
    private static int lane(double[] free, double start) {
        int soonest = 0;
        for (int lane = 0; lane < free.length; lane++) {
            if (free[lane] <= start) {
                return lane;
            }
            soonest = free[lane] < free[soonest] ? lane : soonest;
        }
        return soonest;
    }

    private String told(FaultRecord fault) {
        return name(fault) + " · " + Show.clock(frame.run().series().seconds(fault.injectedNs())) + " to "
                + Show.clock(frame.run().series().seconds(endNs(fault)))
                + (fault.proven() ? " · proven active: " : " · not proven active ") + fault.evidence();
    }

    private long endNs(FaultRecord fault) {
        return fault.healedNs() == 0 ? frame.run().series().endNs() : fault.healedNs();
    }
}
