package dev.cutover.rehearse.load;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carries {@link InjectorSettings} to the injector's process as system properties, and back. */
public final class SettingsProperties {
    private static final String PREFIX = "cutover.load.";
    private static final Set<String> REQUIRED =
            Set.of("target", "seed", "households", "operations-per-second", "at-most", "journal", "health");
    private static final Set<String> OPTIONAL = Set.of("kafka", "prices");

    private SettingsProperties() {}

    /** By property name, in order. */
    public static Map<String, String> write(InjectorSettings settings) {
        Map<String, String> all = new TreeMap<>();
        all.put(PREFIX + "target", settings.target().toString());
        all.put(PREFIX + "seed", Long.toString(settings.seed()));
        all.put(PREFIX + "households", Integer.toString(settings.households()));
        all.put(PREFIX + "operations-per-second", Double.toString(settings.operationsPerSecond()));
        all.put(PREFIX + "at-most", settings.atMost().toString());
        all.put(PREFIX + "journal", settings.journal().toAbsolutePath().toString());
        all.put(PREFIX + "health", settings.health().toAbsolutePath().toString());
        InjectorSettings.Prices prices = settings.prices();
        if (prices != null) {
            all.put(PREFIX + "kafka", prices.bootstrap());
            all.put(PREFIX + "prices", prices.record().toAbsolutePath().toString());
        }
        return all;
    }

    /**
     * Reads what {@link #write} wrote; properties of others are ignored.
     *
     * @throws IllegalArgumentException if one is missing, unknown or malformed, saying which and what would be right
     */
    public static InjectorSettings read(Map<String, String> properties) {
        Map<String, String> own = own(properties);
        return new InjectorSettings(
                URI.create(own.getOrDefault("target", "")),
                number(own, "seed").longValueExact(),
                number(own, "households").intValueExact(),
                number(own, "operations-per-second").doubleValue(),
                Duration.parse(own.getOrDefault("at-most", "")),
                Path.of(own.getOrDefault("journal", "")),
                Path.of(own.getOrDefault("health", "")),
                own.containsKey("kafka")
                        ? new InjectorSettings.Prices(
                                own.getOrDefault("kafka", ""), Path.of(own.getOrDefault("prices", "updates.jsonl")))
                        : null);
    }

    private static Map<String, String> own(Map<String, String> properties) {
        Map<String, String> own = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                own.put(key.substring(PREFIX.length()), value);
            }
        });
        Set<String> missing = new TreeSet<>(REQUIRED);
        missing.removeAll(own.keySet());
        Set<String> unknown = new TreeSet<>(own.keySet());
        unknown.removeAll(REQUIRED);
        unknown.removeAll(OPTIONAL);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException("system properties " + PREFIX + "*: missing " + missing + ", unknown "
                    + unknown + "; required are " + new TreeSet<>(REQUIRED) + ", optional "
                    + new TreeSet<>(OPTIONAL));
        }
        return own;
    }

    private static BigDecimal number(Map<String, String> own, String key) {
        String text = own.getOrDefault(key, "");
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + PREFIX + key + " must be a number, found '" + text + "'", e);
        }
    }
}
