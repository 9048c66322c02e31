package dev.cutover.simulation;

import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A course with all phases that a plan may have and an operation of every role. */
final class Courses {
    private static final long MS = Timeline.MS;

    private static final List<Manifest.Kind> KINDS = List.of(
            new Manifest.Kind("add", Role.APPEND),
            new Manifest.Kind("close", Role.APPEND, "add"),
            new Manifest.Kind("move", Role.TRANSFER),
            new Manifest.Kind("bill", Role.EFFECT, "add"),
            new Manifest.Kind("drop", Role.DELETE, "add"),
            new Manifest.Kind("name", Role.REGISTER),
            new Manifest.Kind("look", Role.READ));

    private Courses() {}

    static Course whole() {
        List<Course.Phase> phases = List.of(
                new Course.Phase("bootstrap", true, null, 0, false, 700 * MS),
                phase("old-only", RoutingMode.OLD, 0, 0),
                phase("dual", RoutingMode.DUAL, 0, 0),
                phase("ten-percent", RoutingMode.SPLIT, 0.1, 0),
                phase("half", RoutingMode.SPLIT, 0.5, 0),
                phase("new-only", RoutingMode.NEW, 1, 60 * MS),
                back("rollback"),
                phase("second-cutover", RoutingMode.NEW, 1, 0));
        return course(phases, 1);
    }

    /** Back from half, and back from new. */
    static Course backTwice() {
        List<Course.Phase> phases = List.of(
                new Course.Phase("bootstrap", true, null, 0, false, 700 * MS),
                phase("half", RoutingMode.SPLIT, 0.5, 0),
                back("rollback-from-half"),
                phase("new-only", RoutingMode.NEW, 1, 60 * MS),
                back("rollback-from-new"),
                phase("last-cutover", RoutingMode.NEW, 1, 0));
        return course(phases, 2);
    }

    private static Course course(List<Course.Phase> phases, int rollbacks) {
        return new Course(
                manifest(phases, rollbacks), phases, List.of(true, true, false, true, true, true, true), 2_000 * MS, 3);
    }

    private static Course.Phase back(String name) {
        return new Course.Phase(name, false, new Course.Route(RoutingMode.OLD, 0), 120 * MS, true, 1_100 * MS);
    }

    private static Course.Phase phase(String name, RoutingMode mode, double share, long routeAfter) {
        return new Course.Phase(name, false, new Course.Route(mode, share), routeAfter, false, 1_300 * MS);
    }

    private static Manifest manifest(List<Course.Phase> phases, int rollbacks) {
        return new Manifest(
                Manifest.SCHEMA,
                "whole",
                1,
                "",
                "",
                "",
                "",
                new Manifest.ClockBase(0, ""),
                new Manifest.Machine(0, 0, "", ""),
                new Manifest.Versions("", ""),
                KINDS,
                phases.stream().map(Course.Phase::name).toList(),
                List.of("old", "new"),
                obligations(rollbacks));
    }

    private static Obligations obligations(int rollbacks) {
        return new Obligations(
                Map.of("old", reads(), "new", reads()),
                "old",
                rollbacks,
                true,
                List.of(),
                0,
                List.of("old-to-new", "new-to-old"),
                new TreeMap<>(Map.of("bills", new Obligations.Effects(List.of("bill"), "bills.jsonl", true, true))),
                new TreeMap<>(),
                null,
                false,
                true,
                true,
                true,
                List.of(),
                false,
                new TreeMap<>(),
                new Limits(0, 1, 30_000, 500, 0, new TreeMap<>()));
    }

    private static Reads reads() {
        List<String> all = List.of("add", "close", "move", "bill", "drop", "name");
        return new Reads(
                new TreeMap<>(
                        Map.of("ledger", new Reads.Table(all, true), "open", new Reads.Table(List.of("add"), true))),
                List.of("name"),
                List.of("account"),
                List.of("cents"),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("entries", all)),
                new TreeMap<>(),
                List.of("memo"),
                List.of());
    }
}
