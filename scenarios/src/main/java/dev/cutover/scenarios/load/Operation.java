package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Escape;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.RequestSpec;
import dev.cutover.rehearse.load.Template;
import dev.cutover.rehearse.load.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the plan, ready to be asked for.
 *
 * @param kind its number in the journal, which is its position in the plan
 * @param of the kind that makes what it is about; none: -1
 * @param attempts how often it may be sent
 * @param needs the values without which it cannot be asked for
 */
record Operation(
        int kind,
        String name,
        int of,
        int attempts,
        String method,
        Template path,
        List<Header> headers,
        @Nullable Template body,
        @Nullable Template asks,
        Set<String> needs,
        Answers answers,
        Contents contents,
        List<Kept> keep) {

    record Header(String name, Template value) {}

    static List<Operation> of(LoadModel load) {
        List<String> names = List.copyOf(load.operations().keySet());
        List<Operation> operations = new ArrayList<>();
        load.operations().forEach((name, spec) -> operations.add(of(spec, name, names, load.attempts())));
        return List.copyOf(operations);
    }

    private static Operation of(OperationSpec spec, String name, List<String> names, int attempts) {
        RequestSpec request = spec.request().orElseThrow();
        return new Operation(
                names.indexOf(name),
                name,
                spec.of().map(names::indexOf).orElse(-1),
                spec.repeatable() ? attempts : 1,
                request.method(),
                Template.of(request.path(), Escape.PERCENT),
                request.allHeaders().entrySet().stream()
                        .map(header -> new Header(header.getKey(), Template.of(header.getValue(), Escape.NONE)))
                        .toList(),
                request.body()
                        .map(body -> Template.of(body, request.bodyEscape()))
                        .orElse(null),
                spec.asks().map(asks -> Template.of(asks, Escape.NONE)).orElse(null),
                Variables.used(spec),
                new Answers(spec),
                Contents.of(spec),
                Kept.of(spec.keep()));
    }
}
