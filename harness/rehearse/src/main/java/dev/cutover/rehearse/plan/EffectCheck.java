package dev.cutover.rehearse.plan;

import dev.cutover.record.run.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a plan's {@code effects} are those of its operations, and are found in its environment. */
final class EffectCheck {
    private static final String EFFECTS = "effects";

    private final Plan plan;
    private final Findings found;

    EffectCheck(Plan plan, Findings found) {
        this.plan = plan;
        this.found = found;
    }

    void check() {
        plan.effects().forEach((name, effect) -> {
            if (!name.matches(Plan.NAME)) {
                found.wrong("must be letters, digits, '-', '_' and '.', since files are called by it", EFFECTS, name);
            }
            operations(name, effect.of());
            switch (effect) {
                case EffectSpec.Log log -> {}
                case EffectSpec.Sql sql -> found.database(sql.component(), sql.database(), EFFECTS, name);
                case EffectSpec.Journal journal -> journal(name, journal.wiremock());
            }
        });
    }

    private void operations(String name, List<String> of) {
        Set<String> causing = plan.load().operations().entrySet().stream()
                .filter(operation -> operation.getValue().role() == Role.EFFECT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (of.isEmpty()) {
            found.wrong("must say by 'of' which operations have this effect", EFFECTS, name);
        }
        for (int at = 0; at < of.size(); at++) {
            found.known(
                    of.get(at),
                    causing,
                    "is '" + of.get(at) + "', which is no operation of role effect",
                    EFFECTS,
                    name,
                    "of",
                    at);
        }
    }

    private void journal(String name, WiremockSpec from) {
        found.endpoint(
                new Endpoint(from.component(), from.port(), from.request().path()), EFFECTS, name, "wiremock");
    }
}
