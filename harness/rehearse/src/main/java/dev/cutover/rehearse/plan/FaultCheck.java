package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.Quantity;
import dev.cutover.environment.yaml.YamlFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether the faults of one phase have targets, come while it lasts, and do not undo each other. */
final class FaultCheck {

    private final YamlFile file;
    private final PhaseSpec phase;
    private final List<FaultSpec> faults;
    private final ControlSpec control;
    private final Object[] path;
    private final Collection<String> links;
    private final Collection<String> components;
    private final List<Problem> found = new ArrayList<>();

    /** For the faults of a phase, or others in their place; {@code path} leads to their list in the file. */
    FaultCheck(
            YamlFile file,
            PhaseSpec phase,
            List<FaultSpec> faults,
            ControlSpec control,
            EnvironmentSpec environment,
            Object... path) {
        this.file = file;
        this.phase = phase;
        this.faults = faults;
        this.control = control;
        this.path = path.clone();
        this.links = environment.links().stream().map(Link::name).toList();
        this.components = environment.components().keySet();
    }

    List<Problem> problems() {
        for (int position = 0; position < faults.size(); position++) {
            FaultSpec fault = faults.get(position);
            target(fault, position);
            begin(fault, position);
            crash(fault, position);
            for (FaultSpec earlier : faults.subList(0, position)) {
                apart(fault, earlier, position);
            }
        }
        return found;
    }

    private void target(FaultSpec fault, int position) {
        Disturbance.Target kind = fault.what().target();
        Collection<String> targets = switch (kind) {
            case LINK -> links;
            case COMPONENT -> components;
        };
        if (!targets.contains(fault.target())) {
            wrong(
                    "is '" + fault.target() + "', but " + fault.name() + " happens to a " + kind
                            + Nearest.question(fault.target(), targets) + " " + kind + "s: "
                            + String.join(", ", targets),
                    position,
                    "on");
        }
    }

    private void begin(FaultSpec fault, int position) {
        Duration least = phase.routeAfter().plus(phase.hold());
        if (fault.at().compareTo(least) >= 0) {
            wrong(
                    "is " + Quantity.text(fault.at()) + ", but the phase may be over after " + Quantity.text(least)
                            + " (route-after and hold): begin earlier or hold longer",
                    position,
                    "at");
        }
    }

    private void crash(FaultSpec fault, int position) {
        String point = fault.what().crashesAt().orElse(null);
        if (point == null) {
            return;
        }
        CrashSpec how = control.crash().get(fault.target());
        if (how == null) {
            wrong(
                    "is '" + fault.target() + "', but nothing says how it is made to crash: 'control.crash' knows "
                            + String.join(", ", control.crash().keySet()),
                    position,
                    "on");
        } else if (!how.points().contains(point)) {
            wrong(
                    "is '" + point + "', which is no point of 'control.crash." + fault.target() + "'"
                            + Nearest.question(point, how.points()) + " points: " + String.join(", ", how.points()),
                    position,
                    "point");
        }
    }

    /** Healing one would heal the other, too, unless each is a thing of its own. */
    private void apart(FaultSpec fault, FaultSpec earlier, int position) {
        boolean same = fault.name().equals(earlier.name()) && fault.target().equals(earlier.target());
        boolean together = fault.at().compareTo(earlier.at().plus(earlier.lasts())) < 0
                && earlier.at().compareTo(fault.at().plus(fault.lasts())) < 0;
        if (same && together && !fault.what().healsAlone()) {
            wrong(
                    "comes while the same fault is on the same target (" + earlier.id() + "); move one or make it one",
                    position,
                    "at");
        }
    }

    private void wrong(String message, int position, String key) {
        found.add(file.problem(message, Findings.below(path, position, key)));
    }
}
