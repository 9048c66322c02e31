package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A step of a story; written as the operation's name alone if there is no more to say.
 *
 * @param operation the operation
 * @param with values for this step only, by name
 * @param keep what else of its answer later steps may use, by name: a JSON pointer, or another place
 */
public record StepSpec(
        @JsonProperty("do") String operation,
        @JsonProperty("with") Map<String, String> with,
        @JsonProperty("keep") Map<String, Place> keep) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public StepSpec {
        with = LoadModel.inOrder(with);
        keep = LoadModel.inOrder(keep);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StepSpec of(String operation) {
        return new StepSpec(operation, Map.of(), Map.of());
    }
}
