package dev.cutover.reports.chart;

import static dev.cutover.reports.chart.Frame.box;
import static dev.cutover.reports.chart.Frame.line;
import static dev.cutover.reports.chart.Frame.text;
import static dev.cutover.reports.markup.Html.all;
import static dev.cutover.reports.markup.Html.el;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Characters;
import dev.cutover.reports.markup.Html;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.text.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phases and faults as bands over the whole height of a chart, each named. */
final class Bands {
    private static final double LANE = 30;
    private static final int LANES = 3;
    private static final double LETTER = 6.2;

    private final Frame frame;
    private final List<Band> faults = new ArrayList<>();

    Bands(Frame frame) {
        this.frame = frame;
        for (VerdictReport.Fault fault : frame.run().faults()) {
            if (fault.injectedNs() != null) {
                faults.add(band(fault, fault.injectedNs()));
            }
        }
    }

    /** A fault's place: what was not healed lasts to the end. */
    private record Band(String name, boolean proven, double from, double to, String told) {}

    private Band band(VerdictReport.Fault fault, long injectedNs) {
        String name = (fault.verified() ? "" : "? ") + fault.fault() + " " + fault.target();
        long endNs = orEnd(fault.healedNs());
        String told = name + " · " + clock(injectedNs) + " to " + clock(endNs)
                + (fault.verified() ? " · proven active: " : " · not proven active ") + fault.evidence();
        return new Band(name, fault.verified(), frame.x(injectedNs), frame.x(endNs), told);
    }

    private long orEnd(@Nullable Long ns) {
        return ns == null ? frame.run().load().endNs() : ns;
    }

    private String clock(long ns) {
        return Format.clock(frame.run().load().seconds(ns));
    }

    Html phases(double top, double bottom) {
        List<Html> bands = new ArrayList<>();
        for (Phase phase : frame.run().phases()) {
            if (phase.beginNs() != null) {
                bands.add(phase(phase.name(), phase.beginNs(), orEnd(phase.endNs()), bands.size() % 2, top, bottom));
            }
        }
        return all(bands);
    }

    private Html phase(String name, long beginNs, long endNs, int parity, double top, double bottom) {
        double x = frame.x(beginNs);
        double width = frame.x(endNs) - x;
        String fitting = Characters.shortened(name, Math.max(1, (int) ((width - 6) / LETTER)));
        return all(
                box(parity == 0 ? "phase even" : "phase odd", x, top, width, bottom - top),
                line("edge", x, top, x, bottom),
                el("g", text("label", x + 5, top + 13, fitting), el("title", name)));
    }

    Html faults(double top, double bottom) {
        return all(faults.stream().map(fault -> fault(fault, top, bottom)).toList());
    }

    private static Html fault(Band fault, double top, double bottom) {
        double width = fault.to() - fault.from();
        return all(
                box(
                        fault.proven() ? "fault" : "fault unproven",
                        fault.from(),
                        top,
                        width,
                        bottom - top,
                        el("title", fault.told())),
                line("faultedge", fault.from(), top, fault.from(), bottom),
                line("faultedge", fault.to(), top, fault.to(), bottom));
    }

    /** The faults by name, in as many lanes as it takes so that no two names touch, up to three. */
    Html faultLanes(double top) {
        List<Html> marks = new ArrayList<>();
        double[] free = new double[LANES];
        for (Band fault : faults) {
            marks.add(bar(fault, top + take(free, fault) * LANE));
        }
        return all(marks);
    }

    /** Height of the lanes in use. */
    double lanesHeight() {
        double[] free = new double[LANES];
        int used = 0;
        for (Band fault : faults) {
            used = Math.max(used, take(free, fault) + 1);
        }
        return used * LANE;
    }

    private Html bar(Band fault, double y) {
        double width = Math.max(fault.to() - fault.from(), 3);
        return el(
                "g",
                box(fault.proven() ? "faultbar" : "faultbar unproven", fault.from(), y, width, 5),
                text("label", start(fault), y + 17, fault.name()),
                el("title", fault.told()));
    }

    /** Where a fault's name begins: further left where it would leave the drawing. */
    private double start(Band fault) {
        return Math.min(fault.from(), frame.right() - width(fault));
    }

    private static double width(Band fault) {
        return fault.name().length() * LETTER;
    }

    private int take(double[] free, Band fault) {
        int lane = lane(free, start(fault));
        free[lane] = Math.max(fault.to(), start(fault) + width(fault)) + 8;
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
}
