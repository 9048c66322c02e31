package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Jdbc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component together with what it needs to know of its environment.
 *
 * @param placeholders what this component may use
 */
public record ComponentContext(
        ComponentSpec component, EnvironmentSpec environment, Addresses addresses, Placeholders placeholders) {

    public String name() {
        return component.name();
    }

    public Readiness readiness() {
        return Readiness.of(component, addresses);
    }

    /** The variables that it runs with. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        component.environment().forEach((name, text) -> variables.put(name, secret(text, "environment", name)));
        return variables;
    }

    /** A command with the component's placeholders and more. */
    public List<String> command(List<String> command, Map<String, String> more) {
        Placeholders known = placeholders.with(more);
        return command.stream().map(word -> known.fill("command", word)).toList();
    }

    /** How its database is read, if it says so. */
    Optional<Jdbc> jdbc() {
        return component
                .jdbc()
                .map(jdbc -> new Jdbc(
                        secret(jdbc.url(), "jdbc", "url"),
                        jdbc.classpath(),
                        jdbc.driver(),
                        jdbc.user().map(user -> secret(user, "jdbc", "user")),
                        jdbc.password().map(password -> secret(password, "jdbc", "password"))));
    }

    private String secret(String text, String where, String key) {
        Secrets secrets = new Secrets(environment.origin(), name());
        return placeholders.fill(key, text, placeholder -> secrets.value(placeholder, where, key));
    }
}
