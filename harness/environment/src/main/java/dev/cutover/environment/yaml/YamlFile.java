package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A YAML file that is bound onto records and knows the line of everything in it. */
public final class YamlFile {
    private final String name;
    private final JsonNode root;
    private final Map<JsonPointer, Problem> places;

    private YamlFile(String name, JsonNode root, Map<JsonPointer, Problem> places) {
        this.name = name;
        this.root = root;
        this.places = places;
    }

    /**
     * Reads a file.
     *
     * @throws PlanException if it cannot be read or is not YAML
     */
    public static YamlFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new PlanException(new Problem(file.toAbsolutePath().toString(), 0, "cannot be read: " + e), e);
        }
    }

    /** Reads text; {@code name} stands for the file in messages. */
    public static YamlFile parse(String name, String yaml) {
        YamlTree.Located tree = YamlTree.parse(name, yaml);
        Map<JsonPointer, Problem> places = new HashMap<>();
        tree.lines().forEach((at, line) -> places.put(at, new Problem(name, line, "")));
        return new YamlFile(name, tree.root(), places);
    }

    /** The same file with some values replaced, each given as in {@code phases.dual.hold=5s}. */
    public YamlFile with(List<String> assignments) {
        var changed = new YamlFile(name, root.deepCopy(), new HashMap<>(places));
        for (String text : assignments) {
            Assignment assignment = Assignment.of(text);
            if (changed.root instanceof ObjectNode object) {
                assignment.applyTo(object).forEach(at -> changed.places.put(at, assignment.place()));
            }
        }
        return changed;
    }

    /**
     * Binds the whole file.
     *
     * @throws PlanException saying file, line, what was expected and what was found
     */
    public <T> T bind(Class<T> type, Module... modules) {
        return type.cast(YamlBinder.bind(this, types -> types.constructType(type), modules));
    }

    /** Binds a file whose keys are names given by the user, in its order. */
    public <T> Map<String, T> bindNamed(Class<T> type) {
        var bound = (Map<?, ?>)
                YamlBinder.bind(this, types -> types.constructMapType(LinkedHashMap.class, String.class, type));
        Map<String, T> named = new LinkedHashMap<>();
        bound.forEach((key, value) -> named.put(String.valueOf(key), type.cast(value)));
        return named;
    }

    /** What was bound as YAML again, everything that had been left out filled in. */
    public static String write(Object bound, Module... modules) {
        return YamlBinder.write(bound, modules);
    }

    /** Makes something of what was bound; a wrong value is refused with its file and line. */
    public <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (WrongValue wrong) {
            throw error(wrong, wrong.at());
        }
    }

    /** What is wrong at a place, by the keys and list positions that lead there. */
    public Problem problem(String message, Object... path) {
        return problem(Pointers.of(path), message);
    }

    PlanException error(WrongValue wrong, JsonPointer at) {
        return new PlanException(problem(at, String.valueOf(wrong.getMessage())), wrong);
    }

    Problem problem(JsonPointer at, String message) {
        Problem place = place(at);
        return new Problem(place.file(), place.line(), path(at) + " " + message);
    }

    JsonNode root() {
        return root;
    }

    /** Where it is, or else the nearest above it that is there. */
    private Problem place(JsonPointer at) {
        JsonPointer near = at;
        while (near != null && !places.containsKey(near)) {
            near = near.head();
        }
        return near == null ? new Problem(name, 0, "") : places.getOrDefault(near, new Problem(name, 0, ""));
    }

    /** As a person says it: {@code 'phases.dual.hold'}. */
    private String path(JsonPointer at) {
        StringBuilder path = new StringBuilder();
        JsonNode node = root;
        for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
            String step = rest.getMatchingProperty();
            node = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(step);
            path.append(path.isEmpty() ? "" : ".")
                    .append(Assignment.nameOf(node).orElse(step));
        }
        return path.isEmpty() ? "the file" : "'" + path + "'";
    }
}
