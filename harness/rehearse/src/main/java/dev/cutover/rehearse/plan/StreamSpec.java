package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.rehearse.load.Place;
import java.util.List;
import java.util.Optional;

/**
 * A topic that carries what one system accepted to the other; the testbed reads it itself, from its beginning, when all is at rest.
 *
 * @param component the broker
 * @param topic the topic
 * @param from the system whose accepted operations it carries, {@code old} or {@code new}; its rows must say by {@code accepted} which they are
 * @param operation where a record names the operation that caused it: in its value or one of its headers
 * @param of the operations that it carries; without it, all that leave rows in that system
 * @param ordered whether the records of a key come in the order of its versions, repetitions aside
 * @param echoes the share of the operations named that may be ones which a sync only brought to that system; without it, any
 * @param atMost how many records there may be for each operation named, on the whole; without it, any number
 */
public record StreamSpec(
        String component,
        String topic,
        String from,
        Place operation,
        List<String> of,
        @JsonProperty(defaultValue = "false") boolean ordered,
        Optional<Double> echoes,
        Optional<Double> atMost) {
    public StreamSpec {
        of = List.copyOf(of);
        echoes.filter(share -> !(share >= 0 && share <= 1)).ifPresent(share -> {
            throw WrongValue.at("must be between 0 and 1 but is " + share, "echoes");
        });
        atMost.filter(records -> !(records >= 1)).ifPresent(records -> {
            throw WrongValue.at("must be 1 or more but is " + records, "at-most");
        });
    }

    /** The operations that it carries, by what is read of its system. */
    public List<String> carries(ObservationSpec system) {
        return of.isEmpty() ? leavingRows(system) : of;
    }

    /** The operations that leave rows in a system. */
    static List<String> leavingRows(ObservationSpec system) {
        return system.applied().values().stream()
                .flatMap(table -> table.of().stream())
                .distinct()
                .toList();
    }
}
