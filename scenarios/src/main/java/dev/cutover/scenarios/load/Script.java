package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Received;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The operations of one session, one after the other: stories until its length is reached. Used by one thread at a time. */
final class Script {
    /** After so many stories without a step that could be taken nothing more is to be expected. */
    private static final int BARREN = 100;

    private final Stories stories;
    private final Keys.Key key;
    private final SplittableRandom random;
    private final Knowledge knowledge;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Map<Integer, Long> acknowledged = new HashMap<>();
    private @Nullable Step next;
    private int left;

    Script(Stories stories, Keys.Key key, int length, SplittableRandom random) {
        this.stories = stories;
        this.key = key;
        this.random = random;
        this.knowledge = new Knowledge(key.values(), random);
        this.left = length;
    }

    Keys.Key key() {
        return key;
    }

    SplittableRandom random() {
        return random;
    }

    /** Looks for a step that can be taken with what is known now. */
    boolean hasNext() {
        for (int begun = 0; next == null && left > 0 && begun <= BARREN; ) {
            if (steps.isEmpty()) {
                begun++;
                begin(stories.draw(key.hot(), random));
            }
            next = ready(steps.removeFirst());
        }
        return next != null;
    }

    private void begin(Stories.Story story) {
        knowledge.forget();
        acknowledged.clear();
        story.draws().forEach(draw -> draw.into(knowledge));
        steps.addAll(story.steps());
    }

    private @Nullable Step ready(Step step) {
        if (step.ready(knowledge)) {
            return step;
        }
        Step otherwise = stories.otherwise();
        return otherwise != null && otherwise.ready(knowledge) ? otherwise : null;
    }

    Call next(long id) {
        if (!hasNext() || next == null) {
            throw new IllegalStateException("the session is over");
        }
        Step step = next;
        next = null;
        left--;
        return step.call(
                knowledge, id, acknowledged.getOrDefault(step.operation().of(), 0L));
    }

    /** Takes from an answer that is OK what later steps may use. */
    void learn(Call call, Received answer) {
        acknowledged.put(call.operation().kind(), call.id());
        call.step().keep().forEach(kept -> knowledge.learn(kept.name(), kept.in(answer)));
    }
}
