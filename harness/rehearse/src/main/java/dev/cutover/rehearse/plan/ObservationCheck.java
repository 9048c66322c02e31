package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.record.run.Role;
import dev.cutover.rehearse.load.OperationSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a plan's {@code observe} and {@code dead-letters} say about its environment and its load. */
final class ObservationCheck {
    private static final String OBSERVE = "observe";

    private final Plan plan;
    private final Findings found;

    ObservationCheck(Plan plan, Findings found) {
        this.plan = plan;
        this.found = found;
    }

    void check() {
        if (plan.observe().isEmpty()) {
            found.wrong("names no system, so nothing could be judged", OBSERVE);
        }
        for (String system : plan.observe().keySet()) {
            found.known(system, Set.of("old", "new"), "is no role of a system", OBSERVE, system);
        }
        plan.observe().forEach(this::system);
        onBothSides("entities", ObservationSpec::entities, "compared");
        onBothSides("totals", ObservationSpec::totals, "held against what it was in the beginning");
        if (plan.evidence() == EvidenceForm.HASHES && plan.load().asks()) {
            found.wrong(
                    "is 'hashes', but what operations ask for by 'asks' is kept and compared as it is; leave 'asks' and 'asked' out",
                    "evidence");
        }
        plan.deadLetters().ifPresent(letters -> found.topic(letters.component(), letters.topic(), "dead-letters"));
    }

    /** What only one side has under a name nobody ever compares, and nobody would notice. */
    private void onBothSides(String section, Function<ObservationSpec, Map<String, ?>> of, String purpose) {
        for (var one : plan.observe().entrySet()) {
            for (var other : plan.observe().entrySet()) {
                Set<String> there = of.apply(other.getValue()).keySet();
                of.apply(one.getValue()).keySet().stream()
                        .filter(name -> !there.contains(name))
                        .forEach(name -> found.wrong(
                                "is read of " + one.getKey() + " only, so it would never be " + purpose
                                        + "; read it of " + other.getKey() + " under the same name"
                                        + meant(name, there),
                                OBSERVE,
                                one.getKey(),
                                section,
                                name));
            }
        }
    }

    private static String meant(String name, Set<String> there) {
        return Nearest.to(name, there)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    private void system(String system, ObservationSpec spec) {
        found.database(spec.component(), spec.database(), OBSERVE, system);
        spec.applied().forEach((table, applied) -> {
            named(table, OBSERVE, system, "applied", table);
            for (int at = 0; at < applied.of().size(); at++) {
                operation(applied.of().get(at), Role::writes, OBSERVE, system, "applied", table, "of", at);
            }
        });
        for (String register : spec.registers().keySet()) {
            named(register, OBSERVE, system, "registers", register);
            operation(register, role -> role == Role.REGISTER, OBSERVE, system, "registers", register);
        }
        spec.entities().keySet().forEach(entity -> named(entity, OBSERVE, system, "entities", entity));
        spec.invariants().keySet().forEach(one -> named(one, OBSERVE, system, "invariants", one));
        spec.kept().keySet().forEach(one -> named(one, OBSERVE, system, "kept", one));
        for (String effect : spec.effects().keySet()) {
            Set<String> there = plan.effects().keySet();
            found.known(
                    effect,
                    there,
                    "is '" + effect + "', which is none of 'effects'",
                    OBSERVE,
                    system,
                    "effects",
                    effect);
        }
        spec.asked().forEach((name, asked) -> asked(asked.of(), OBSERVE, system, "asked", name));
        spec.counted().forEach((name, counted) -> counted(counted.of(), OBSERVE, system, "counted", name));
    }

    private void asked(List<String> of, Object... path) {
        named(String.valueOf(path[path.length - 1]), path);
        for (int at = 0; at < of.size(); at++) {
            OperationSpec operation = plan.load().operations().get(of.get(at));
            operation(of.get(at), Role::writes, Findings.below(path, "of", at));
            if (operation != null && operation.asks().isEmpty()) {
                found.wrong(
                        "is '" + of.get(at) + "', which does not say by 'asks' what it asks for",
                        Findings.below(path, "of", at));
            }
        }
    }

    private void counted(List<String> of, Object... path) {
        named(String.valueOf(path[path.length - 1]), path);
        for (int at = 0; at < of.size(); at++) {
            String name = of.get(at);
            operation(name, role -> role == Role.APPEND, Findings.below(path, "of", at));
            boolean deleted = plan.load().operations().values().stream()
                    .anyMatch(other -> other.role() == Role.DELETE
                            && other.of().filter(name::equals).isPresent());
            if (deleted) {
                found.wrong(
                        "is '" + name + "', whose rows are deleted, so that their number says nothing",
                        Findings.below(path, "of", at));
            }
        }
    }

    /** Names of tables become parts of file names. */
    private void named(String name, Object... path) {
        if (!name.matches(Plan.NAME)) {
            found.wrong("must be letters, digits, '-', '_' and '.', since files are called by it", path);
        }
    }

    private void operation(String name, Predicate<Role> fitting, Object... path) {
        Map<String, OperationSpec> all = plan.load().operations();
        Set<String> there = all.entrySet().stream()
                .filter(operation -> fitting.test(operation.getValue().role()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        found.known(name, there, "is '" + name + "', which is no such operation of the load", path);
    }
}
