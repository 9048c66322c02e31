package dev.cutover.record.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a record and of the records in it, as they stand in JSON, as a Markdown table. */
final class FieldTable {
    private final List<String> rows = new ArrayList<>(List.of("| field | |", "|---|---|"));

    private FieldTable() {}

    static String markdown(Class<?> type) {
        FieldTable table = new FieldTable();
        table.add("", type);
        return String.join("\n", table.rows) + "\n";
    }

    private void add(String prefix, Class<?> type) {
        for (RecordComponent field : type.getRecordComponents()) {
            String name = prefix + name(field);
            boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            rows.add("| `" + name + "` | " + text(field.getAnnotatedType()) + (optional ? "; may be absent" : "")
                    + " |");
            Class<?> inner = raw(element(field.getAnnotatedType()).getType());
            if (inner.isRecord()) {
                add(name + inside(raw(field.getType())), inner);
            }
        }
    }

    private static String inside(Class<?> type) {
        if (Map.class.isAssignableFrom(type)) {
            return ".*.";
        }
        return type == List.class ? "[]." : ".";
    }

    static String name(RecordComponent field) {
        JsonProperty given = field.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? field.getName() : given.value();
    }

    /** A type in a word. */
    static String text(AnnotatedType type) {
        Class<?> raw = raw(type.getType());
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            return raw == List.class
                    ? "list of " + text(arguments[0])
                    : text(arguments[1]) + " by " + text(arguments[0]);
        } else if (raw == double.class || raw == Double.class) {
            return "number";
        } else if (raw == long.class || raw == Long.class || raw == int.class) {
            return "integer";
        } else if (raw == boolean.class) {
            return "boolean";
        }
        return raw == String.class || raw.isEnum() ? "text" : "object";
    }

    private static AnnotatedType element(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        return type;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized ? raw(parameterized.getRawType()) : (Class<?>) type;
    }
}
