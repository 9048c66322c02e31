package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;
import java.util.Map;

/**
 * What a user comes for: some steps, one after the other, with one key.
 *
 * @param weight how often, beside the other stories' weights
 * @param keys for users of which keys
 * @param draw what is drawn when it begins, beside what every story draws
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
