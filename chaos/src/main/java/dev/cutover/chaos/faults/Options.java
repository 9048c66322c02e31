package dev.cutover.chaos.faults;

import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the options of one planned fault; what a fault does not ask for, it does not know. */
final class Options {

    private final FaultSpec spec;
    private final Set<String> known = new TreeSet<>();

    Options(FaultSpec spec) {
        this.spec = spec;
    }

    FaultSpec spec() {
        return spec;
    }

    /** A duration that must be given, of a millisecond at least. */
    Duration duration(String key) {
        Object value = value(key);
        if (value instanceof Duration duration && duration.toMillis() > 0) {
            return duration;
        }
        throw wrong(key, "a duration such as 200 ms", value);
    }

    Duration duration(String key, Duration otherwise) {
        return value(key) == null ? otherwise : duration(key);
    }

    long number(String key, long otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number > 0) {
            return number;
        }
        throw wrong(key, "a whole number greater than 0", value);
    }

    Direction direction(Direction otherwise) {
        return choice("direction", otherwise, Direction.values());
    }

    <E extends Enum<E>> E choice(String key, E otherwise, E[] choices) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(key, "one of " + Arrays.toString(choices), value));
    }

    /**
     * To be called when all options were read.
     *
     * @throws IllegalArgumentException naming an option that nobody asked for
     */
    void nothingElse() {
        for (String key : spec.options().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(where() + " has no option \"" + key + "\"; it has "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
    }

    private @Nullable Object value(String key) {
        known.add(key);
        return spec.options().get(key);
    }

    private IllegalArgumentException wrong(String key, String expected, @Nullable Object found) {
        return new IllegalArgumentException(where() + ": option \"" + key + "\" should be " + expected + ", found "
                + (found == null ? "nothing" : "\"" + found + "\""));
    }

    private String where() {
        return "fault " + spec.id() + " (" + spec.name() + " on " + spec.target() + ")";
    }
}
