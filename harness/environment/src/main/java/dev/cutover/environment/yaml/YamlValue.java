package dev.cutover.environment.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a YAML file that knows its place; each reader throws {@link PlanException} if the value is not of its type. */
public final class YamlValue {
    private final String file;
    private final String path;
    private final Node node;

    YamlValue(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** {@code file:line}, for messages. */
    public String place() {
        return file
                + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }

    /** The keys that lead here, such as {@code components.old.ports}. */
    public String path() {
        return path;
    }

    /** An error at this place. */
    public PlanException error(String message) {
        return new PlanException(place() + ": " + message);
    }

    public String text() {
        if (node instanceof ScalarNode scalar && !isNull()) {
            return scalar.getValue();
        }
        throw wrong("a text");
    }

    public long number() {
        return parsed("a whole number", Long::parseLong);
    }

    public BigDecimal decimal() {
        return parsed("a number", BigDecimal::new);
    }

    /** A share from 0 to 1, written as such ({@code 0.1}) or in percent ({@code 10%}). */
    public double share() {
        double share = parsed(
                "a share such as 0.1 or 10%",
                text -> text.endsWith("%")
                        ? new BigDecimal(text.substring(0, text.length() - 1).strip())
                                .movePointLeft(2)
                                .doubleValue()
                        : new BigDecimal(text).doubleValue());
        if (share < 0 || share > 1) {
            throw wrong("a share from 0 to 1");
        }
        return share;
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    public Duration duration() {
        return Quantity.duration(text())
                .orElseThrow(() -> wrong("a duration with its unit, such as 300 ms, 2 s or 5 min"));
    }

    public long bytes() {
        return Quantity.bytes(text()).orElseThrow(() -> wrong("a size with its unit, such as 64 KiB or 256 MiB"));
    }

    /** A word of an enum, written in small letters with dashes. */
    public <E extends Enum<E>> E word(Class<E> type) {
        String text = text();
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(YamlValue::written).toList();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> error("'" + path + "' is '" + text + "'" + Nearest.question(text, known)
                        + " expected one of: " + String.join(", ", known)));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, path, mapping);
        }
        throw wrong("keys with values");
    }

    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(file, path + "[]", item))
                    .toList();
        }
        throw wrong("a list");
    }

    public List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    public boolean isText() {
        return node instanceof ScalarNode && !isNull();
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.getTag().getValue().endsWith(":null");
    }

    private <T> T parsed(String expected, Function<String, T> parser) {
        try {
            return parser.apply(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(expected);
        }
    }

    private PlanException wrong(String expected) {
        return error("'" + path + "' must be " + expected + " but is " + found());
    }

    private String found() {
        return switch (node) {
            case ScalarNode scalar -> isNull() ? "empty" : "'" + scalar.getValue() + "'";
            case SequenceNode sequence -> "a list of " + sequence.getValue().size();
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .map(tuple -> tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?")
                        .collect(Collectors.joining(", ", "the keys ", ""));
            default -> "something else";
        };
    }
}
