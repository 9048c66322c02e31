package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether every placeholder of a component stands for something, before anything is started. */
public final class PlaceholderCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private PlaceholderCheck() {}

    static void check(ComponentSpec component, EnvironmentSpec environment) {
        Set<String> known = known(component, environment);
        component
                .environment()
                .forEach((variable, text) ->
                        check(text, known, "components", component.name(), "environment", variable));
        if (component.kind() instanceof Kind.Command program) {
            List<String> command = program.command();
            for (int word = 0; word < command.size(); word++) {
                check(command.get(word), known, "components", component.name(), "command", word);
            }
        }
    }

    /** What a component's placeholders may say. */
    public static Set<String> known(ComponentSpec component, EnvironmentSpec environment) {
        Set<String> known = new LinkedHashSet<>(List.of("seed", "work", "observed"));
        if (!component.ports().isEmpty()) {
            known.add("host");
        }
        component.ports().keySet().forEach(port -> known.add("port " + port));
        environment.links().stream()
                .filter(link -> link.client().equals(component.name()))
                .forEach(link -> known.add("link " + link.name()));
        environment.parameters().keySet().forEach(parameter -> known.add("parameter " + parameter));
        return known;
    }

    private static void check(String text, Set<String> known, Object... path) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String placeholder = matcher.group(1).strip();
            if (!known.contains(placeholder)) {
                throw WrongValue.at(
                        "uses ${" + placeholder + "}, which stands for nothing" + Nearest.question(placeholder, known)
                                + " it can use: ${" + String.join("}, ${", known) + "}",
                        path);
            }
        }
    }
}
