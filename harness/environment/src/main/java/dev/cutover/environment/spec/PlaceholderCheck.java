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
import java.util.stream.Collectors;

/** Whether every placeholder of a component stands for something, before anything is started. */
public final class PlaceholderCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** What no language of configuration means by itself, so that it is refused even in a template. */
    private static final Pattern OURS = Pattern.compile("(port|address|link|password|parameter) .*");

    private final ComponentSpec component;
    private final Set<String> known;
    private final Set<String> passwords;

    private PlaceholderCheck(ComponentSpec component, EnvironmentSpec environment) {
        this.component = component;
        this.known = known(component, environment);
        this.passwords = passwords(component.name(), environment);
    }

    static void check(ComponentSpec component, EnvironmentSpec environment) {
        new PlaceholderCheck(component, environment).check();
    }

    private void check() {
        component.environment().forEach((variable, text) -> secretOrKnown(text, "environment", variable));
        if (component.kind() instanceof Kind.Command program) {
            List<String> command = program.command();
            for (int word = 0; word < command.size(); word++) {
                shown(command.get(word), word);
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

    /** What stands for the passwords of the PostgreSQL servers that a component has links to; for its environment and its files only. */
    public static Set<String> passwords(String component, EnvironmentSpec environment) {
        return environment.links().stream()
                .filter(link -> link.client().equals(component))
                .filter(link -> environment.component(link.server()).kind() instanceof Kind.Postgres)
                .map(link -> "password " + link.name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A word of the command, which everybody sees who lists processes. */
    private void shown(String text, int word) {
        if (passwords.stream().anyMatch(password -> text.contains("${" + password + "}"))) {
            throw WrongValue.at(
                    "shows a password to everybody who lists the machine's processes; hand it over in the environment or in a file of the component",
                    "components",
                    component.name(),
                    "command",
                    word);
        }
        check(text, "", "command", word, known);
    }

    private void template(String name, Path template) {
        try {
            List<String> lines = Files.readAllLines(template);
            for (int line = 0; line < lines.size(); line++) {
                Matcher matcher = PLACEHOLDER.matcher(lines.get(line));
                while (matcher.find()) {
                    String placeholder = matcher.group(1).strip();
                    if (OURS.matcher(placeholder).matches()) {
                        require(placeholder, "its template " + template + ":" + (line + 1) + " ", "files", name, all());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + template, e);
        }
    }

    private void secretOrKnown(String text, String where, String key) {
        check(Secret.without(text), "", where, key, all());
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(passwords);
        return all;
    }

    private void check(String text, String subject, String where, Object key, Set<String> allowed) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            require(matcher.group(1).strip(), subject, where, key, allowed);
        }
    }

    private void require(String placeholder, String subject, String where, Object key, Set<String> allowed) {
        if (!allowed.contains(placeholder)) {
            throw WrongValue.at(
                    subject + "uses ${" + placeholder + "}, which stands for nothing"
                            + Nearest.question(placeholder, allowed) + " it can use: ${" + String.join("}, ${", allowed)
                            + "}",
                    "components",
                    component.name(),
                    where,
                    key);
        }
    }
}
