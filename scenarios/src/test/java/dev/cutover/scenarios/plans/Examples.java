package dev.cutover.scenarios.plans;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cutover.chaos.fault.Faults;
import dev.cutover.rehearse.plan.FaultBinding;
import dev.cutover.rehearse.plan.FaultSpec;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What shipped files say at each key, for the reference: the first value that is short enough to be an example. */
final class Examples {
    private static final int LONGEST = 60;

    /** What would mean something else to YAML. */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[{}\\[\\],]|: | #|^[&*!|>'\"%@`]");

    private final Map<String, String> found = new HashMap<>();

    /** Adds those of a file that is written as this type. */
    Examples from(Path file, Type type) throws IOException {
        collect(type, new YAMLMapper().readTree(Files.readString(file)));
        return this;
    }

    /** Adds those of a file whose keys are names. */
    Examples fromNamed(Path file, Type type) throws IOException {
        new YAMLMapper().readTree(Files.readString(file)).forEach(entry -> collect(type, entry));
        return this;
    }

    /** Empty if no file has a short one. */
    String of(RecordComponent component) {
        return found.getOrDefault(place(component), "");
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getName() + "." + component.getName();
    }

    private void collect(Type type, JsonNode written) {
        if (type instanceof ParameterizedType generic) {
            Type element = Keys.element(generic);
            boolean optional = ((Class<?>) generic.getRawType()).getSimpleName().equals("Optional");
            if (optional || !written.isContainerNode()) {
                collect(element, written);
            } else {
                written.forEach(each -> collect(element, each));
            }
        } else if (type == FaultSpec.class) {
            record(FaultBinding.Common.class, written);
            String kind = written.path("fault").asText();
            record(Objects.requireNonNull(Faults.KINDS.get(kind), kind), written);
        } else if (type instanceof Class<?> plain && written.isObject()) {
            JsonSubTypes choices = plain.getAnnotation(JsonSubTypes.class);
            if (choices != null) {
                Arrays.stream(choices.value()).forEach(choice -> choice(choice, written));
            } else if (plain.isRecord()) {
                record(plain, written);
            }
        }
    }

    /** What is written has all its keys from the right one only. */
    private void choice(JsonSubTypes.Type choice, JsonNode written) {
        if (written.has(choice.name())) {
            record(choice.value(), written.path(choice.name()));
            return;
        }
        List<String> known =
                Keys.of(choice.value()).stream().map(Keys.Key::name).toList();
        if (StreamSupport.stream(((Iterable<String>) written::fieldNames).spliterator(), false)
                .allMatch(known::contains)) {
            record(choice.value(), written);
        }
    }

    private void record(Class<?> type, JsonNode written) {
        for (Keys.Key key : Keys.of(type)) {
            JsonNode value = written.path(key.name());
            if (!value.isMissingNode() && !value.isNull()) {
                String text = flow(value);
                if (text.length() <= LONGEST && !text.contains("\n")) {
                    found.putIfAbsent(place(key.component()), text);
                }
                collect(key.type(), value);
            }
        }
    }

    /** In one line, as YAML may be written. */
    private static String flow(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Examples::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        String text = value.asText();
        return NEEDS_QUOTES.matcher(text).find() ? "'" + text.replace("'", "''") + "'" : text;
    }
}
