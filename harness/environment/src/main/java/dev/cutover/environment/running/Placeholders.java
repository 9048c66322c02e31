package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.AllowedHosts;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills in what a component's description leaves open. A component sees its own ports and the proxies of its own links,
 * nothing else: so it cannot be pointed past a proxy, or out of the environment.
 *
 * @param values by word and name, such as {@code port http}, {@code link bridge->old}, {@code seed}
 */
public record Placeholders(String component, Map<String, String> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern HOST = Pattern.compile("://(?:[^/@]*@)?(\\[[^]]*]|[^/:?#,\\s]+)");

    static Placeholders of(
            String component,
            Map<String, Address> ports,
            Map<String, Address> links,
            Map<String, String> parameters,
            Map<String, String> words) {
        Map<String, String> values = new LinkedHashMap<>(words);
        ports.forEach((name, address) -> values.put("port " + name, Integer.toString(address.port())));
        links.forEach((name, address) -> values.put("link " + name, address.toString()));
        parameters.forEach((name, value) -> values.put("parameter " + name, value));
        return new Placeholders(component, values);
    }

    /** Whether a component's description leaves this word open. */
    static boolean mentioned(String word, ComponentSpec component) {
        Stream<String> command =
                component.kind() instanceof Kind.Command program ? program.command().stream() : Stream.empty();
        return Stream.concat(component.environment().values().stream(), command)
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .anyMatch(found -> found.group(1).strip().equals(word));
    }

    public Map<String, String> fill(Map<String, String> texts) {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((key, text) -> filled.put(key, fill(key, text)));
        return filled;
    }

    public String fill(String where, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        String filled = matcher.replaceAll(
                found -> Matcher.quoteReplacement(value(where, found.group(1).strip())));
        refuseOutside(where, filled);
        return filled;
    }

    private String value(String where, String placeholder) {
        if (!values.containsKey(placeholder)) {
            throw new EnvironmentException("component '" + component + "', " + where + ": nothing is known as ${"
                    + placeholder + "}; it can use: ${" + String.join("}, ${", values.keySet()) + "}");
        }
        return values.getOrDefault(placeholder, "");
    }

    private void refuseOutside(String where, String text) {
        Matcher hosts = HOST.matcher(text);
        while (hosts.find()) {
            if (!AllowedHosts.contains(hosts.group(1))) {
                throw new EnvironmentException("component '" + component + "', " + where + ": '" + hosts.group(1)
                        + "' lies outside the environment; every connection must be a link: use ${link …}");
            }
        }
    }
}
