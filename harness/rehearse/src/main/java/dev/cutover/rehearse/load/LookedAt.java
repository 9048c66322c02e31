package dev.cutover.rehearse.load;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which headers of answers a load looks at; all others need not be kept for anybody. */
public final class LookedAt {
    private LookedAt() {}

    public static Set<String> headers(LoadModel load) {
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        looks(load).forEach(look -> {
            switch (look) {
                case Look.InJson unused -> {}
                case Look.InBody unused -> headers.add(Received.CONTENT_TYPE);
                case Look.InHeader in -> headers.add(in.name());
            }
        });
        return headers;
    }

    private static Stream<Look> looks(LoadModel load) {
        Stream<Look> ofOperations = load.operations().values().stream().flatMap(LookedAt::looks);
        Stream<Look> ofSteps = load.stories().stream()
                .flatMap(story -> story.steps().stream())
                .flatMap(step -> step.keep().values().stream())
                .map(Look::of);
        return Stream.concat(ofOperations, ofSteps);
    }

    private static Stream<Look> looks(OperationSpec operation) {
        Stream<Look> answers = Stream.concat(operation.ok().stream(), operation.refused().stream())
                .flatMap(match -> Look.of(match).stream());
        Stream<Look> values = Stream.of(
                        operation.keep().values().stream(), operation.version().stream(), operation.content().stream())
                .flatMap(places -> places)
                .map(Look::of);
        return Stream.concat(answers, values);
    }
}
