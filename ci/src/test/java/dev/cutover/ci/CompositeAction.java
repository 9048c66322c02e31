package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does the steps of a GitHub action that are shell, as a runner does: with its inputs, and what earlier steps left for later ones. */
final class CompositeAction {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *\\}\\}");

    private final JsonNode action;
    private final Path temp;
    private final Map<String, String> inputs;
    private final Map<String, String> environment;

    /**
     * An action on a runner.
     *
     * @param temp the runner's scratch space
     * @param environment what the runner itself has; with PATH
     */
    CompositeAction(Path file, Path temp, Map<String, String> inputs, Map<String, String> environment)
            throws IOException {
        this.action = new YAMLMapper().readTree(file.toFile());
        this.temp = temp;
        this.inputs = inputs;
        this.environment = new HashMap<>(environment);
        inputs.keySet().forEach(this::declared);
    }

    /** Runs to the first step that fails, or to the end. */
    Script.Ended run(Path workspace) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        for (JsonNode step : action.at("/runs/steps")) {
            if (step.has("run")) {
                Script.Ended ended = run(workspace, step);
                said.add(step.path("name").asText() + "\n" + ended.text());
                if (ended.code() != 0) {
                    return new Script.Ended(ended.code(), String.join("\n", said));
                }
            }
        }
        return new Script.Ended(0, String.join("\n", said));
    }

    private Script.Ended run(Path workspace, JsonNode step) throws IOException, InterruptedException {
        Path variables = Files.createTempFile(temp, "env", "");
        Path paths = Files.createTempFile(temp, "path", "");
        Map<String, String> all = new HashMap<>(environment);
        step.path("env")
                .properties()
                .forEach(variable ->
                        all.put(variable.getKey(), resolved(variable.getValue().asText())));
        all.put("GITHUB_ENV", variables.toString());
        all.put("GITHUB_PATH", paths.toString());
        Script.Ended ended = new Script(workspace, all).run(step.path("run").asText());
        Files.readAllLines(variables).forEach(line -> environment.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        Files.readAllLines(paths).forEach(path -> environment.merge("PATH", path, (old, first) -> first + ":" + old));
        return ended;
    }

    private String resolved(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String expression) {
        if (expression.startsWith("inputs.")) {
            return input(expression.substring("inputs.".length()));
        }
        assertThat(expression).isEqualTo("runner.temp");
        return temp.toString();
    }

    private String input(String name) {
        JsonNode declared = declared(name);
        if (!inputs.containsKey(name) && declared.path("required").asBoolean()) {
            throw new AssertionError("input " + name + " is required");
        }
        return inputs.getOrDefault(name, declared.path("default").asText());
    }

    private JsonNode declared(String name) {
        JsonNode declared = action.path("inputs").path(name);
        if (declared.isMissingNode()) {
            throw new AssertionError("the action declares no input " + name);
        }
        return declared;
    }
}
