package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether every placeholder of a component stands for something, before anything is started. */
public final class PlaceholderCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** What no language of configuration means by itself, so that it is refused even in a template. */
    private static final Pattern OURS = Pattern.compile("(port|address|link|parameter) .*");

    private final ComponentSpec component;
    private final Set<String> known;

    private PlaceholderCheck(ComponentSpec component, EnvironmentSpec environment) {
        this.component = component;
        this.known = known(component, environment);
    }

    static void check(ComponentSpec component, EnvironmentSpec environment) {
        new PlaceholderCheck(component, environment).check();
    }

    private void check() {
        component.environment().forEach((variable, text) -> secretOrKnown(text, "environment", variable));
        if (component.kind() instanceof Kind.Command program) {
            List<String> command = program.command();
            for (int word = 0; word < command.size(); word++) {
                check(command.get(word), "", "command", word);
            }
        }
        component.jdbc().ifPresent(jdbc -> {
            secretOrKnown(jdbc.url(), "jdbc", "url");
            jdbc.user().ifPresent(user -> secretOrKnown(user, "jdbc", "user"));
            jdbc.password().ifPresent(password -> secretOrKnown(password, "jdbc", "password"));
        });
        component.files().forEach(this::template);
    }

    /** What a component's placeholders may say. */
    public static Set<String> known(ComponentSpec component, EnvironmentSpec environment) {
        Set<String> known = new LinkedHashSet<>(List.of("seed", "work", "observed", "here"));
        if (!component.ports().isEmpty()) {
            known.add("host");
        }
        component.ports().keySet().forEach(port -> known.addAll(List.of("port " + port, "address " + port)));
        environment.links().stream()
                .filter(link -> link.client().equals(component.name()))
                .forEach(link -> known.add("link " + link.name()));
        environment.parameters().keySet().forEach(parameter -> known.add("parameter " + parameter));
        return known;
    }

    private void template(String name, Path template) {
        try {
            List<String> lines = Files.readAllLines(template);
            for (int line = 0; line < lines.size(); line++) {
                Matcher matcher = PLACEHOLDER.matcher(lines.get(line));
                while (matcher.find()) {
                    String placeholder = matcher.group(1).strip();
                    if (OURS.matcher(placeholder).matches()) {
                        require(placeholder, "its template " + template + ":" + (line + 1) + " ", "files", name);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + template, e);
        }
    }

    private void secretOrKnown(String text, String where, String key) {
        check(Secret.without(text), "", where, key);
    }

    private void check(String text, String subject, String where, Object key) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            require(matcher.group(1).strip(), subject, where, key);
        }
    }

    private void require(String placeholder, String subject, String where, Object key) {
        if (!known.contains(placeholder)) {
            throw WrongValue.at(
                    subject + "uses ${" + placeholder + "}, which stands for nothing"
                            + Nearest.question(placeholder, known) + " it can use: ${" + String.join("}, ${", known)
                            + "}",
                    "components",
                    component.name(),
                    where,
                    key);
        }
    }
}
