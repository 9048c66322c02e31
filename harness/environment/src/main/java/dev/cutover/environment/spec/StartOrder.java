package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.WrongValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which component waits for which others. */
public final class StartOrder {
    private StartOrder() {}

    /** Component to those that must be ready before it is started. */
    public static Map<String, Set<String>> starting(Map<String, ComponentSpec> components) {
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        components.forEach((name, component) -> waits.put(name, component.after()));
        return waits;
    }

    /** The reverse: component to those that must have stopped before it is stopped. */
    public static Map<String, Set<String>> stopping(Map<String, ComponentSpec> components) {
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        components.keySet().forEach(name -> waits.put(name, new LinkedHashSet<>()));
        components.forEach((name, component) -> component
                .after()
                .forEach(before -> waits.computeIfAbsent(before, any -> new LinkedHashSet<>())
                        .add(name)));
        return waits;
    }

    static void check(Map<String, ComponentSpec> components) {
        Map<String, Set<String>> waits = new LinkedHashMap<>(starting(components));
        boolean progress = true;
        while (progress) {
            progress =
                    waits.entrySet().removeIf(entry -> entry.getValue().stream().noneMatch(waits::containsKey));
        }
        if (!waits.isEmpty()) {
            throw WrongValue.at(
                    "has components that wait for each other, so none can start first: " + circle(waits)
                            + "; take one out of the other's 'after'",
                    "components");
        }
    }

    /** Every remaining component waits for a remaining one, so walking on must come back. */
    private static String circle(Map<String, Set<String>> waits) {
        Deque<String> walked = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String at = waits.keySet().iterator().next();
        while (seen.add(at)) {
            walked.addLast(at);
            at = waits.getOrDefault(at, Set.of()).stream()
                    .filter(waits::containsKey)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        while (!at.equals(walked.getFirst())) {
            walked.removeFirst();
        }
        return walked.stream().collect(Collectors.joining(" after ", "", " after " + at));
    }
}
