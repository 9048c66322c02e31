package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.rehearse.load.DrawSpec;
import dev.cutover.rehearse.load.Escape;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.PublishSpec;
import dev.cutover.rehearse.load.RequestSpec;
import dev.cutover.rehearse.load.StepSpec;
import dev.cutover.rehearse.load.StorySpec;
import dev.cutover.rehearse.load.Template;
import dev.cutover.rehearse.load.Variables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether every value that a template of the load uses can be there when it is filled in. */
final class ValueCheck {
    /** Of SQL only who runs it knows the columns; these may be: what stands after "as", before a comma, before "from". */
    private static final Pattern COLUMN =
            Pattern.compile("(?i)\\bas\\s+\"?([a-z_][a-z0-9_-]*)|([a-z_][a-z0-9_-]*)\"?\\s*(?=,|\\bfrom\\b)");

    private static final Pattern NAMELESS = Pattern.compile("(?i)(\\bselect|,|\\.)\\s*\\*");

    private final YamlFile file;
    private final LoadModel load;

    private final Set<String> columns = new TreeSet<>(Set.of("key"));
    private final List<Problem> found = new ArrayList<>();

    ValueCheck(YamlFile file, Plan plan) {
        this.file = file;
        this.load = plan.load();
        if (plan.keys() instanceof KeySpec.Sql sql) {
            columns(sql.sql());
        }
    }

    private void columns(String sql) {
        if (NAMELESS.matcher(sql).find()) {
            wrong("must name its columns, such as select id as key, name from account", "keys", "sql");
        }
        for (Matcher column = COLUMN.matcher(sql); column.find(); ) {
            columns.add(column.group(1) == null ? column.group(2) : column.group(1));
        }
    }

    List<Problem> problems() {
        Set<String> drawn = new HashSet<>(columns);
        draws(load.draw(), drawn, "load", "draw");
        load.operations()
                .forEach((name, operation) ->
                        operation.request().ifPresent(request -> request(name, operation, request)));
        if (found.isEmpty()) {
            load.warmUp().ifPresent(name -> aside(name, drawn, "warm-up"));
            load.otherwise().ifPresent(name -> aside(name, drawn, "otherwise"));
            for (int index = 0; index < load.stories().size(); index++) {
                story(load.stories().get(index), index, new HashSet<>(drawn));
            }
        }
        load.publish().forEach(this::publish);
        return found;
    }

    private void draws(Map<String, DrawSpec> draws, Set<String> known, Object... path) {
        draws.forEach((name, draw) -> {
            draw.oneOf().forEach(text -> text(text, known, below(path, name, "one-of")));
            draw.not()
                    .filter(other -> !known.contains(other))
                    .ifPresent(other -> wrong(
                            "is '" + other + "', which is not drawn before" + Nearest.question(other, known),
                            below(path, name, "not")));
            known.add(name);
        });
    }

    /** Whether each name is given somewhere at all. */
    private void request(String name, OperationSpec operation, RequestSpec request) {
        Set<String> anywhere = new TreeSet<>(columns);
        anywhere.addAll(Variables.given(load));
        Object[] path = {"load", "operations", name, "request"};
        text(request.path(), anywhere, below(path, request.verb()));
        request.headers().forEach((header, text) -> text(text, anywhere, below(path, "headers", header)));
        request.body().ifPresent(text -> text(text, anywhere, below(path, "body")));
        operation.asks().ifPresent(text -> asks(text, anywhere, "load", "operations", name, "asks"));
    }

    /** What was drawn for the request is not drawn once more for this. */
    private void asks(String text, Set<String> known, Object... path) {
        int before = found.size();
        text(text, known, path);
        if (found.size() == before && !Template.of(text, Escape.NONE).steady()) {
            wrong("draws anew what the request has drawn: draw it by 'draw' or 'with', and use its name in both", path);
        }
    }

    private void aside(String name, Set<String> known, String key) {
        Set<String> lacking = lacking(name, known);
        if (!lacking.isEmpty()) {
            wrong(
                    "is '" + name + "', which uses " + written(lacking)
                            + ": outside a story there are only the key, its columns and what 'load.draw' gives",
                    "load",
                    key);
        }
    }

    /** Whether each step comes after what gives its values. */
    private void story(StorySpec story, int index, Set<String> known) {
        draws(story.draw(), known, "load", "stories", index, "draw");
        for (int position = 0; position < story.steps().size(); position++) {
            StepSpec step = story.steps().get(position);
            Object[] path = {"load", "stories", index, "steps", position};
            step.with().forEach((name, text) -> text(text, known, below(path, "with", name)));
            Set<String> there = new HashSet<>(known);
            there.addAll(step.with().keySet());
            Set<String> lacking = lacking(step.operation(), there);
            if (!lacking.isEmpty()) {
                wrong(
                        "asks for '" + step.operation() + "', which uses " + written(lacking)
                                + ", and nothing before it in the story gives that: keep it of an earlier answer, draw it, or give it by 'with'",
                        path);
            }
            known.addAll(load.operation(step.operation()).keep().keySet());
            known.addAll(step.keep().keySet());
        }
    }

    private void publish(PublishSpec publish) {
        Set<String> known = new TreeSet<>(Set.of(PublishSpec.SEQUENCE));
        Object[] path = {"load", "publish", 0};
        draws(publish.draw(), known, below(path, "draw"));
        text(publish.key(), known, below(path, "key"));
        known.add(PublishSpec.KEY);
        text(publish.value(), known, below(path, "value"));
        text(publish.text(), known, below(path, "text"));
    }

    private Set<String> lacking(String operation, Set<String> known) {
        Set<String> lacking = new TreeSet<>(Variables.used(load.operation(operation)));
        lacking.removeAll(known);
        return lacking;
    }

    private void text(String text, Set<String> known, Object... path) {
        try {
            for (String name : Template.of(text, Escape.NONE).names()) {
                if (!known.contains(name)) {
                    wrong("uses ${" + name + "}, which nothing gives" + Nearest.question(name, known), path);
                }
            }
        } catch (WrongValue wrong) {
            wrong(String.valueOf(wrong.getMessage()), path);
        }
    }

    private static String written(Collection<String> names) {
        return "${" + String.join("}, ${", names) + "}";
    }

    private void wrong(String message, Object... path) {
        found.add(file.problem(message, path));
    }

    private static Object[] below(Object[] path, Object... keys) {
        Object[] longer = Arrays.copyOf(path, path.length + keys.length);
        System.arraycopy(keys, 0, longer, path.length, keys.length);
        return longer;
    }
}
