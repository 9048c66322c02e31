package dev.cutover.scenarios.plans;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.YamlMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that a record is written with, as the schema and the reference tell of them. */
final class Keys {
    private Keys() {}

    /**
     * A key.
     *
     * @param otherwise what it is if it is left out; empty if nothing is said
     * @param required whether it must be there
     */
    record Key(String name, RecordComponent component, String otherwise, boolean required) {
        Type type() {
            return component.getGenericType();
        }

        String meaning() {
            return Javadoc.of(component.getDeclaringRecord(), component.getName());
        }
    }

    static List<Key> of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = YamlMapper.keys(type);
        List<Key> keys = new ArrayList<>();
        for (int index = 0; index < components.length; index++) {
            String otherwise = otherwise(components[index]);
            boolean required = otherwise.isEmpty() && !mayBeLeftOut(components[index].getType());
            keys.add(new Key(names.get(index), components[index], otherwise, required));
        }
        return keys;
    }

    /** Whether a text alone may stand for it: its first key. */
    static boolean hasShortForm(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    /** What a list, a map or an optional value is of: its last argument. */
    static Type element(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static String otherwise(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::defaultValue)
                .orElse("");
    }

    private static boolean mayBeLeftOut(Class<?> type) {
        return List.<Class<?>>of(Optional.class, List.class, Map.class).contains(type);
    }
}
