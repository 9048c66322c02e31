package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.StorySpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users come for, and how often; and what stands beside it. */
final class Stories {
    private final List<Draw> draws;
    private final List<Story> hot;
    private final List<Story> cold;
    private final @Nullable Step otherwise;
    private final Step warmUp;

    Stories(LoadModel load, List<Operation> operations) {
        List<String> names = operations.stream().map(Operation::name).toList();
        draws = Draw.of(load.draw());
        hot = stories(load, operations, true);
        cold = stories(load, operations, false);
        otherwise = load.otherwise()
                .map(name -> Step.alone(operations.get(names.indexOf(name))))
                .orElse(null);
        warmUp = Step.alone(operations.get(names.indexOf(load.warmUp().orElseThrow())));
    }

    private List<Story> stories(LoadModel load, List<Operation> operations, boolean ofHot) {
        return load.stories().stream()
                .filter(story -> story.keys().include(ofHot))
                .map(story -> story(story, operations))
                .toList();
    }

    Story story(StorySpec spec, List<Operation> operations) {
        List<String> names = operations.stream().map(Operation::name).toList();
        return new Story(
                spec.weight(),
                Stream.concat(draws.stream(), Draw.of(spec.draw()).stream()).toList(),
                spec.steps().stream()
                        .map(step -> Step.of(step, operations.get(names.indexOf(step.operation()))))
                        .toList());
    }

    record Story(double weight, List<Draw> draws, List<Step> steps) {}

    Story draw(boolean ofHot, SplittableRandom random) {
        List<Story> stories = ofHot ? hot : cold;
        double left = random.nextDouble()
                * stories.stream().mapToDouble(Story::weight).sum();
        for (Story story : stories) {
            left -= story.weight();
            if (left < 0) {
                return story;
            }
        }
        return stories.getLast();
    }

    /** What takes the place of a step that lacks a value; null: nothing. */
    @Nullable
    Step otherwise() {
        return otherwise;
    }

    /** The read before the load, for somebody with that key. */
    Call warmUp(Keys.Key key, SplittableRandom random) {
        Knowledge knowledge = new Knowledge(key.values(), random);
        draws.forEach(draw -> draw.into(knowledge));
        return warmUp.call(knowledge, 0, 0);
    }
}
