package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Escape;
import dev.cutover.rehearse.load.PublishSpec;
import dev.cutover.rehearse.load.Template;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What is published from outside, one record after the other. For one thread. */
final class Updates {
    private final List<Draw> draws;
    private final Template key;
    private final Template value;
    private final Template text;
    private final Knowledge knowledge;
    private long sequence;

    Updates(PublishSpec spec, SplittableRandom random) {
        this.draws = Draw.of(spec.draw());
        this.key = Template.of(spec.key(), Escape.NONE);
        this.value = Template.of(spec.value(), Escape.JSON);
        this.text = Template.of(spec.text(), Escape.NONE);
        this.knowledge = new Knowledge(Map.of(), random);
    }

    /** A record, and the canonical text that the plan reads of it from both systems. */
    record Next(long sequence, String key, String value, String text) {}

    Next next() {
        sequence++;
        knowledge.forget();
        knowledge.learn(PublishSpec.SEQUENCE, Long.toString(sequence));
        draws.forEach(draw -> draw.into(knowledge));
        String of = key.fill(knowledge);
        knowledge.learn(PublishSpec.KEY, of);
        return new Next(sequence, of, value.fill(knowledge), text.fill(knowledge));
    }
}
