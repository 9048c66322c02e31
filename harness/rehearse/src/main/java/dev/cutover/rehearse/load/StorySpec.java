package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Map;

/**
 * What a user comes for: some steps, one after the other, with one key.
 *
 * @param weight how often it is drawn, relative to the other stories' weights
 * @param keys for users of which keys it is: any, only the few hot ones that get half of all visits, or only the cold ones
 * @param draw values that are drawn when it begins, beside those of {@code load.draw}
 * @param steps its operations in order; a name alone, or with values of its own
 */
public record StorySpec(
        double weight,
        @JsonProperty(defaultValue = "any") Keys keys,
        Map<String, DrawSpec> draw,
        List<StepSpec> steps) {

    /** How often a key is visited: about half of all visits are to the hot ones. */
    public enum Keys {
        ANY,
        HOT,
        COLD;

        /** Whether a user of such a key may come for it. */
        public boolean include(boolean hot) {
            return this == ANY || (this == HOT) == hot;
        }
    }

    public StorySpec {
        draw = LoadModel.inOrder(draw);
        steps = List.copyOf(steps);
        if (!(weight > 0)) {
            throw WrongValue.at("must be above 0 but is " + weight, "weight");
        }
        if (steps.isEmpty()) {
            throw WrongValue.at("must be one or more", "steps");
        }
    }
}
