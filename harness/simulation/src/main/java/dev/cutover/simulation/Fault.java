package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a schedule.
 *
 * @param at nanoseconds from the beginning of its phase
 * @param lasts nanoseconds; how long what crashed is down, is drawn
 * @param link what it disturbs, unless it is a crash
 * @param point where it crashes: the next time that it comes there, at the latest when its time is over
 */
record Fault(
        int number,
        FaultKind kind,
        long at,
        long lasts,
        @Nullable Link link,
        @Nullable CrashPoint point) {
    private static final int MOST = 3;
    private static final long FAULTS = 0xFA;
    private static final long AROUND = 40 * MS;
    private static final long LONG_BEFORE = 1_600 * MS;
    private static final long LONGEST = 3_500 * MS;
    private static final long WHEN = 0x3E;

    String id(String phase) {
        return phase + "-" + (number + 1);
    }

    /** For a person. */
    String target() {
        return link != null ? String.valueOf(link) : kind.crashes() + " at " + point;
    }

    /**
     * When the routing of a cell's phase is asked for, from the phase's beginning: in half of the schedules later than planned, so that what was
     * sent long before may still be under way.
     */
    static long routeAfter(Course.Phase phase, long seed) {
        Draw draw = new Draw(seed).at(FAULTS);
        return phase.routeAfter() + (draw.share(WHEN) < 0.5 ? 0 : draw.between(0, LONG_BEFORE, WHEN + 1));
    }

    /** Those of a cell: one to three; half of them meet the change of routing, if there is one. */
    static List<Fault> of(Cell cell, Course.Phase phase, long seed) {
        Draw draw = new Draw(seed).at(FAULTS);
        long route = routeAfter(phase, seed);
        List<Fault> faults = new ArrayList<>();
        int count = 1 + draw.of(MOST, 0);
        for (int number = 0; number < count; number++) {
            faults.add(one(cell.fault(), phase, route, draw.at(number + 1L), number));
        }
        return faults;
    }

    private static Fault one(FaultKind kind, Course.Phase phase, long route, Draw draw, int number) {
        boolean meets = phase.route() != null && draw.share(1) < 0.5;
        long before = kind == FaultKind.FREEZE ? LONG_BEFORE : AROUND;
        long at = meets ? Math.max(0, route + draw.between(-before, AROUND, 2)) : draw.between(0, phase.hold(), 2);
        Node node = kind.crashes();
        if (node != null) {
            List<CrashPoint> points = CrashPoint.of(node);
            return new Fault(number, kind, at, 300 * MS, null, points.get(draw.of(points.size(), 3)));
        }
        if (meets && kind == FaultKind.FREEZE) {
            // Longer than anybody waits for an answer: what comes late meets a bucket that has moved.
            Link link = Link.TO_SYSTEMS.get(draw.of(Link.TO_SYSTEMS.size(), 3));
            return new Fault(number, kind, at, draw.between(1_000 * MS, LONGEST, 4), link, null);
        }
        List<Link> links = kind == FaultKind.DUPLICATE ? Link.TWICE : Link.ALL;
        long most = kind == FaultKind.FREEZE ? LONGEST : 800 * MS;
        return new Fault(number, kind, at, draw.between(20 * MS, most, 4), links.get(draw.of(links.size(), 3)), null);
    }
}
