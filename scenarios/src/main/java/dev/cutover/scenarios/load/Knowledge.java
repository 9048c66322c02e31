package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one user knows: the key and its columns, what was drawn and kept in a story, what a step gives. For one thread. */
final class Knowledge implements Template.Values {
    private final Map<String, String> ofKey;
    private final Map<String, String> ofStory = new HashMap<>();
    private final Map<String, String> ofStep = new HashMap<>();
    private final SplittableRandom random;
    private long id;

    Knowledge(Map<String, String> ofKey, SplittableRandom random) {
        this.ofKey = ofKey;
        this.random = random;
    }

    /** Keeps nothing but the key. */
    void forget() {
        ofStory.clear();
    }

    /** Null: it is not known any more. */
    void learn(String name, @Nullable String value) {
        if (value == null) {
            ofStory.remove(name);
        } else {
            ofStory.put(name, value);
        }
    }

    /** Has something made of all that is known during an operation, and of what its step gives. */
    <T> T during(long operation, Map<String, Template> with, Supplier<T> made) {
        id = operation;
        if (with.isEmpty()) {
            return made.get();
        }
        Map<String, String> given = new HashMap<>();
        with.forEach((name, text) -> given.put(name, text.fill(this)));
        ofStep.putAll(given);
        T result = made.get();
        ofStep.clear();
        return result;
    }

    boolean has(Set<String> names) {
        return has(names, Set.of());
    }

    /** Whether all are known, or will be given. */
    boolean has(Set<String> names, Set<String> given) {
        for (String name : names) {
            if (!given.contains(name) && find(name) == null) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    String find(String name) {
        String value = ofStep.get(name);
        if (value == null) {
            value = ofStory.get(name);
        }
        return value == null ? ofKey.get(name) : value;
    }

    @Override
    public String value(String name) {
        return Objects.requireNonNull(find(name), name);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public SplittableRandom random() {
        return random;
    }
}
