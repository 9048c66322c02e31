package dev.cutover.scenarios.matrix;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.rehearse.plan.CrashSpec;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.MatrixSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Every phase of a plan with every fault on every link, in both directions, and on every component, at each of its crash points; what makes
 * no sense or cannot be had is skipped, with the reason.
 *
 * @param possible what can be rehearsed
 * @param skipped what cannot
 */
public record Grid(List<Cell> possible, List<Skipped> skipped) {

    /** A cell that is left out, and why. */
    public record Skipped(Cell cell, String because) {}

    public Grid {
        possible = List.copyOf(possible);
        skipped = List.copyOf(skipped);
    }

    /**
     * Derives it.
     *
     * @param containers whether it will be rehearsed in containers
     */
    public static Grid of(Plan plan, EnvironmentSpec environment, boolean containers) {
        var grid = new Derivation(plan, environment, containers);
        grid.derive();
        return new Grid(grid.possible, grid.skipped);
    }

    /** How many cells are skipped for each reason. */
    public Map<String, Long> skips() {
        Map<String, Long> counts = new TreeMap<>();
        skipped.forEach(one -> counts.merge(one.because(), 1L, Long::sum));
        return counts;
    }

    private static final class Derivation {
        private final Plan plan;
        private final EnvironmentSpec environment;
        private final boolean containers;
        private final MatrixSpec matrix;
        private final List<Cell> possible = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        Derivation(Plan plan, EnvironmentSpec environment, boolean containers) {
            this.plan = plan;
            this.environment = environment;
            this.containers = containers;
            this.matrix = plan.matrix().orElse(MatrixSpec.NONE);
        }

        void derive() {
            double share = RouteSpec.OLD.newShare();
            for (PhaseSpec phase : plan.phases()) {
                double next = phase.route().map(RouteSpec::newShare).orElse(share);
                for (Link link : environment.links()) {
                    Kinds.ofLinks().forEach(what -> link(phase, what, link));
                }
                boolean moves = next != share;
                for (String component : environment.components().keySet()) {
                    Kinds.ofComponents().forEach(what -> component(phase, what, component));
                    crashes(phase, component, moves);
                }
                share = next;
            }
        }

        private void link(PhaseSpec phase, Disturbance what, Link link) {
            boolean unseen =
                    link.protocol() == Protocol.TCP && !List.of("down", "flap").contains(what.name());
            boolean noticed = phase.unknownAtMost().equals(OptionalLong.of(0))
                    && plan.load().target().equals(link.name());
            add(
                    phase,
                    what,
                    link.name(),
                    unseen
                            ? Optional.of("what the link speaks is not known, so that the fault could not be seen")
                            : noticed
                                    ? Optional.of(
                                            "clients must not notice anything in this phase, and it is their link")
                                    : Optional.empty());
        }

        private void component(PhaseSpec phase, Disturbance what, String component) {
            boolean unfit = what.onlyInContainers() && !containers;
            add(phase, what, component, unfit ? Optional.of("only a container can suffer it") : Optional.empty());
        }

        private void crashes(PhaseSpec phase, String component, boolean moves) {
            CrashSpec crash = plan.control().crash().get(component);
            if (crash == null) {
                return;
            }
            for (Disturbance what : Kinds.ofPoints(crash)) {
                String point = what.crashesAt().orElseThrow();
                add(phase, what, component, passed(phase, crash, point, moves));
            }
        }

        /** Why the component does not come by in this phase; empty if it does. */
        private static Optional<String> passed(PhaseSpec phase, CrashSpec crash, String point, boolean moves) {
            if (crash.copying().contains(point) && !phase.bootstrap()) {
                return Optional.of("nothing is copied in this phase, so that the point is not passed");
            }
            if (crash.changing().contains(point) && phase.route().isEmpty()) {
                return Optional.of("the routing does not change in this phase, so that the point is not passed");
            }
            if (crash.moving().contains(point) && !moves) {
                return Optional.of("no keys move in this phase, so that the point is not passed");
            }
            return Optional.empty();
        }

        private void add(PhaseSpec phase, Disturbance what, String target, Optional<String> unfit) {
            Cell cell = new Cell(phase.name(), Kinds.planned(what, target));
            Optional<String> why = unfit.or(() -> matrix.skip().stream()
                    .filter(skip -> skip.covers(phase.name(), what.name(), target))
                    .map(MatrixSpec.Skip::because)
                    .findFirst());
            if (why.isPresent()) {
                skipped.add(new Skipped(cell, why.get()));
            } else {
                possible.add(cell);
            }
        }
    }
}
