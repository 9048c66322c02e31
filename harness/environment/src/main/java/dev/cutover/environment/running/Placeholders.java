package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.AllowedHosts;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        ports.forEach((name, address) -> {
            values.put("port " + name, Integer.toString(address.port()));
            values.put("address " + name, address.toString());
        });
        links.forEach((name, address) -> values.put("link " + name, address.toString()));
        parameters.forEach((name, value) -> values.put("parameter " + name, value));
        return new Placeholders(component, values);
    }

    /** Whether a text leaves this word open. */
    static boolean mentioned(String word, String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .anyMatch(found -> named(found).equals(word));
    }

    /** The same with more values; they win. */
    Placeholders with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Placeholders(component, all);
    }

    /** Of a description: whatever is not known is refused. */
    public String fill(String where, String text) {
        return fill(where, text, none -> Optional.empty());
    }

    /** @param secrets what else a placeholder may stand for; no message shows it */
    String fill(String where, String text, Function<String, Optional<String>> secrets) {
        String filled = replaced(text, found -> {
            String placeholder = named(found);
            return secrets.apply(placeholder).orElseGet(() -> value(where, placeholder));
        });
        refuseOutside(where, filled, Secret.isIn(text));
        return filled;
    }

    /** Of a file of the component's own: whatever is not known belongs to its language. */
    String fillKnown(String text) {
        return replaced(text, found -> values.getOrDefault(named(found), found.group()));
    }

    private static String replaced(String text, Function<MatchResult, String> value) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found)));
    }

    private static String named(MatchResult found) {
        return found.group(1).strip();
    }

    private String value(String where, String placeholder) {
        if (!values.containsKey(placeholder)) {
            throw new EnvironmentException("component '" + component + "', " + where + ": nothing is known as ${"
                    + placeholder + "}; it can use: ${" + String.join("}, ${", values.keySet()) + "}");
        }
        return values.getOrDefault(placeholder, "");
    }

    private void refuseOutside(String where, String text, boolean hidden) {
        Matcher hosts = HOST.matcher(text);
        while (hosts.find()) {
            if (!AllowedHosts.contains(hosts.group(1))) {
                throw new EnvironmentException("component '" + component + "', " + where + ": "
                        + (hidden ? "an address in it" : "'" + hosts.group(1) + "'")
                        + " lies outside the environment; every connection must be a link: use ${link …}");
            }
        }
    }
}
