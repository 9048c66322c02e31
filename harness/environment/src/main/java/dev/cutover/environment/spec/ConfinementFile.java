package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Quantity;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How a component is confined, as it is written. */
record ConfinementFile(
        String component,
        Optional<String> memory,
        Optional<Double> cpus,
        Optional<String> user,
        List<String> capabilities) {
    /** The engine takes no less. */
    private static final long LEAST_MEMORY = 6 << 20;

    Confinement confinement() {
        capabilities.stream()
                .filter(capability -> !capability.matches("[A-Z_]+"))
                .findFirst()
                .ifPresent(wrong -> {
                    throw wrong("capabilities", "has '" + wrong + "'; they are written as NET_BIND_SERVICE");
                });
        return new Confinement(bytes(), processors(), user, capabilities);
    }

    private OptionalLong bytes() {
        if (memory.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = memory.orElseThrow();
        return OptionalLong.of(Quantity.bytes(text)
                .filter(bytes -> bytes >= LEAST_MEMORY)
                .orElseThrow(() -> wrong(
                        "memory", "must be a size of 6 MiB or more, such as 512 MiB or 2 GiB, but is '" + text + "'")));
    }

    private OptionalDouble processors() {
        if (cpus.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = cpus.orElseThrow();
        if (!(number > 0)) {
            throw wrong("cpus", "must be more than 0, such as 0.5, but is " + number);
        }
        return OptionalDouble.of(number);
    }

    private WrongValue wrong(String key, String message) {
        return WrongValue.at(message, "components", component, key);
    }
}
