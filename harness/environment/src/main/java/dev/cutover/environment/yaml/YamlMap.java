package dev.cutover.environment.yaml;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a YAML mapping. It remembers which keys were asked for, so that {@link #done()} can refuse the others. */
public final class YamlMap {
    private final String file;
    private final String path;
    private final MappingNode node;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, String> keyPlaces = new LinkedHashMap<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();

    YamlMap(String file, String path, MappingNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        node.getValue().forEach(this::put);
    }

    private void put(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw new PlanException(place(tuple.getKeyNode()) + ": a key must be a plain word");
        }
        String name = key.getValue();
        if (values.containsKey(name)) {
            throw new PlanException(place(key) + ": key '" + name + "' is there already, at " + keyPlaces.get(name));
        }
        values.put(name, new YamlValue(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode()));
        keyPlaces.put(name, place(key));
    }

    /** {@code file:line} of the mapping, for messages. */
    public String place() {
        return place(node);
    }

    /** An error at the place of the mapping. */
    public PlanException error(String message) {
        return new PlanException(place() + ": " + message);
    }

    /** Whether the key is there; it counts as known from now on. */
    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    public Optional<YamlValue> optional(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isNull());
    }

    /** The value; throws {@link PlanException} if the key is missing. */
    public YamlValue required(String key) {
        return optional(key)
                .orElseThrow(() -> new PlanException(
                        place() + ": key '" + key + "' is missing" + (path.isEmpty() ? "" : " in '" + path + "'")));
    }

    public String text(String key) {
        return required(key).text();
    }

    public String text(String key, String otherwise) {
        return optional(key).map(YamlValue::text).orElse(otherwise);
    }

    public long number(String key) {
        return required(key).number();
    }

    public long number(String key, long otherwise) {
        return optional(key).map(YamlValue::number).orElse(otherwise);
    }

    public Duration duration(String key) {
        return required(key).duration();
    }

    public Duration duration(String key, Duration otherwise) {
        return optional(key).map(YamlValue::duration).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return optional(key).map(YamlValue::flag).orElse(otherwise);
    }

    public YamlMap map(String key) {
        return required(key).map();
    }

    /** The list's items; none if the key is missing. */
    public List<YamlValue> list(String key) {
        return optional(key).map(YamlValue::list).orElse(List.of());
    }

    /** The list's texts; none if the key is missing. */
    public List<String> texts(String key) {
        return optional(key).map(YamlValue::texts).orElse(List.of());
    }

    /** All entries, for mappings whose keys are names given by the user; all keys count as known. */
    public Map<String, YamlValue> entries() {
        known.addAll(values.keySet());
        return new LinkedHashMap<>(values);
    }

    /** Entries of the mapping at {@code key} in the file's order, each value converted; none if the key is missing. */
    public <T> Map<String, T> named(String key, Function<YamlValue, T> conversion) {
        Map<String, T> converted = new LinkedHashMap<>();
        optional(key)
                .ifPresent(value ->
                        value.map().entries().forEach((name, item) -> converted.put(name, conversion.apply(item))));
        return converted;
    }

    /** Throws {@link PlanException} for the first key that nobody asked for, with the nearest one that somebody did */
    public void done() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new PlanException(keyPlaces.get(key) + ": unknown key '" + key + "'"
                        + Nearest.question(key, known)
                        + " known keys: " + String.join(", ", known));
            }
        }
    }

    private String place(Node at) {
        return file + at.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }
}
