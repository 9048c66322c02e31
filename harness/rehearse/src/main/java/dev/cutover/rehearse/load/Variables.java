package dev.cutover.rehearse.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which values the templates of a load use, and which the load itself gives; the rest are columns of its keys. */
public final class Variables {
    private Variables() {}

    /** The templates of a request by the key that they are written under; of headers {@code headers.Name}. */
    public static Map<String, Template> of(RequestSpec request) {
        Map<String, Template> templates = new LinkedHashMap<>();
        templates.put(request.verb(), Template.of(request.path(), Escape.PERCENT));
        request.headers().forEach((name, text) -> templates.put("headers." + name, Template.of(text, Escape.NONE)));
        request.body().ifPresent(text -> templates.put("body", Template.of(text, request.bodyEscape())));
        return templates;
    }

    /** What an operation's request uses. */
    public static Set<String> used(OperationSpec operation) {
        Set<String> used = new TreeSet<>();
        operation
                .request()
                .ifPresent(request -> of(request).values().forEach(template -> used.addAll(template.names())));
        operation
                .asks()
                .ifPresent(text -> used.addAll(Template.of(text, Escape.NONE).names()));
        return used;
    }

    /** What operations, draws and steps use. */
    public static Set<String> used(LoadModel load) {
        Set<String> used = new TreeSet<>();
        load.operations().values().forEach(operation -> used.addAll(used(operation)));
        Stream<String> drawn =
                draws(load).flatMap(draws -> draws.values().stream()).flatMap(draw -> draw.oneOf().stream());
        Stream<String> with = steps(load).flatMap(step -> step.with().values().stream());
        Stream.concat(drawn, with)
                .forEach(text -> used.addAll(Template.of(text, Escape.NONE).names()));
        return used;
    }

    /** What draws, steps and answers give somewhere. */
    public static Set<String> given(LoadModel load) {
        Set<String> given = new TreeSet<>();
        draws(load).forEach(draws -> given.addAll(draws.keySet()));
        load.operations()
                .values()
                .forEach(operation -> given.addAll(operation.keep().keySet()));
        steps(load).forEach(step -> {
            given.addAll(step.with().keySet());
            given.addAll(step.keep().keySet());
        });
        return given;
    }

    private static Stream<Map<String, DrawSpec>> draws(LoadModel load) {
        return Stream.concat(Stream.of(load.draw()), load.stories().stream().map(StorySpec::draw));
    }

    private static Stream<StepSpec> steps(LoadModel load) {
        return load.stories().stream().map(StorySpec::steps).flatMap(Collection::stream);
    }
}
