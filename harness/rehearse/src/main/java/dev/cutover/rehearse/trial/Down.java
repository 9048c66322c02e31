package dev.cutover.rehearse.trial;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Components that are not up: what needs one of them is not tried, since it could only fail. */
public record Down(Set<String> components) {

    public Down {
        components = Set.copyOf(components);
    }

    /** Why something that needs these cannot be tried; none if it can. */
    Optional<String> lacking(Collection<String> needed) {
        return needed.stream()
                .filter(components::contains)
                .sorted()
                .findFirst()
                .map(component -> "component " + component + " is not up");
    }
}
