package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Optional;

/**
 * A value that is drawn when a story begins.
 *
 * @param oneOf one text or more, of which one is drawn; {@code ${number 1..50}} and {@code ${text 20}} may stand in them
 * @param not the name of a value drawn before, which this one must differ from
 */
public record DrawSpec(List<String> oneOf, Optional<String> not) {
    public DrawSpec {
        oneOf = List.copyOf(oneOf);
        if (oneOf.isEmpty()) {
            throw WrongValue.at("must list one text or more, such as ['${number 1..50}']", "one-of");
        }
    }
}
