package dev.cutover.scenarios.plans;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.YamlMapper;
import dev.cutover.rehearse.plan.FaultBinding;
import dev.cutover.rehearse.plan.FaultSpec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A type's keys, and those of the types in it, as Markdown: a table for each place in a file, what lies in it right behind it. */
final class ReferenceTables {
    private final Examples examples;
    private final StringBuilder text = new StringBuilder();
    private final Map<Class<?>, String> places = new LinkedHashMap<>();
    private final List<Class<?>> open = new ArrayList<>();

    private ReferenceTables(Examples examples) {
        this.examples = examples;
    }

    static String of(Class<?> type, Examples examples) {
        ReferenceTables tables = new ReferenceTables(examples);
        tables.places.put(type, "");
        tables.keys(type, Keys.of(type));
        tables.inside();
        return tables.text.toString();
    }

    /** Those that were met since. */
    private void inside() {
        List<Class<?>> met = List.copyOf(open);
        open.clear();
        for (Class<?> type : met) {
            section(type);
            inside();
        }
    }

    private void section(Class<?> type) {
        line("### " + places.get(type));
        line(Javadoc.of(type) + (Keys.hasShortForm(type) ? " A text alone is its `" + firstKey(type) + "`." : ""));
        JsonSubTypes choices = type.getAnnotation(JsonSubTypes.class);
        if (type == FaultSpec.class) {
            faults();
        } else if (choices == null) {
            keys(type, Keys.of(type));
        } else {
            for (JsonSubTypes.Type choice : choices.value()) {
                String word = choice.name().isEmpty() ? "" : "`" + choice.name() + ":` ";
                line("Either: " + word + Javadoc.of(choice.value()));
                keys(type, Keys.of(choice.value()));
            }
        }
    }

    private void faults() {
        keys(FaultSpec.class, Keys.of(FaultBinding.Common.class));
        Faults.KINDS.forEach((name, kind) -> {
            line("`fault: " + name + "` " + Javadoc.of(kind));
            if (!Keys.of(kind).isEmpty()) {
                keys(FaultSpec.class, Keys.of(kind));
            }
        });
    }

    private void keys(Class<?> place, List<Keys.Key> keys) {
        text.append("| key | is | if left out | meaning | such as |\n|---|---|---|---|---|\n");
        for (Keys.Key key : keys) {
            String otherwise = key.required() ? "**required**" : code(key.otherwise());
            String kind = key.name().equals("ports")
                    ? "list of names, or whole number by name"
                    : kind(key.type(), below(place, key.name()));
            row(code(key.name()), kind, otherwise, key.meaning(), code(examples.of(key.component())));
        }
        text.append('\n');
    }

    private String below(Class<?> place, String key) {
        String above = places.getOrDefault(place, "");
        return above.isEmpty() ? key : above + "." + key;
    }

    /** What a value is, in a few words; what has keys of its own is told where it is met first. */
    private String kind(Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            Type element = Keys.element(generic);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "List" -> "list of " + kind(element, place);
                case "Map" -> kind(element, place + ".NAME") + " by name";
                default -> kind(element, place);
            };
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(word -> code(YamlMapper.word((Enum<?>) word)))
                    .collect(Collectors.joining(", "));
        }
        boolean hasKeys = plain.isInterface() || (plain.isRecord() && plain != Range.class);
        return hasKeys ? link(plain, place) : scalar(plain);
    }

    private String link(Class<?> type, String place) {
        if (places.putIfAbsent(type, place) == null) {
            open.add(type);
        }
        String title = places.getOrDefault(type, place);
        return "[" + title + "](#" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "") + ")";
    }

    private static String scalar(Class<?> type) {
        if (type == Duration.class) {
            return "duration";
        }
        if (type == Range.class) {
            return "range";
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "double" -> "number";
            default -> "whole number";
        };
    }

    private static String firstKey(Class<?> type) {
        return Keys.of(type).getFirst().name();
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private void line(String words) {
        text.append(words).append("\n\n");
    }

    private void row(String... cells) {
        text.append(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
