package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Escape;
import dev.cutover.rehearse.load.StepSpec;
import dev.cutover.rehearse.load.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A step of a story.
 *
 * @param with values for this step only
 * @param keep what of its answer is kept
 */
record Step(Operation operation, Map<String, Template> with, List<Kept> keep) {

    static Step of(StepSpec spec, Operation operation) {
        Map<String, Template> with = new LinkedHashMap<>();
        spec.with().forEach((name, text) -> with.put(name, Template.of(text, Escape.NONE)));
        return new Step(
                operation,
                with,
                Stream.concat(operation.keep().stream(), Kept.of(spec.keep()).stream())
                        .toList());
    }

    /** Of no story. */
    static Step alone(Operation operation) {
        return new Step(operation, Map.of(), operation.keep());
    }

    boolean ready(Knowledge knowledge) {
        return with.values().stream().allMatch(text -> knowledge.has(text.names()))
                && knowledge.has(operation.needs(), with.keySet());
    }

    /** What is sent, the same in every attempt. */
    Call call(Knowledge knowledge, long id, long subject) {
        return knowledge.during(id, with, () -> filled(knowledge, id, subject));
    }

    private Call filled(Knowledge knowledge, long id, long subject) {
        Template body = operation.body();
        Template asks = operation.asks();
        return new Call(
                this,
                id,
                subject,
                operation.path().fill(knowledge),
                operation.headers().stream()
                        .map(header -> header.value().fill(knowledge))
                        .toList(),
                body == null ? "" : body.fill(knowledge),
                asks == null ? null : asks.fill(knowledge));
    }
}
