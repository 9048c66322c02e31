package dev.cutover.ci;

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

/** Does the script of the only job of a GitLab component, as its runner does. */
final class GitlabComponent {

    private static final Pattern INPUT = Pattern.compile("\\$\\[\\[ *inputs\\.(\\S+) *\\]\\]");

    private final JsonNode job;

    GitlabComponent(Path file, Map<String, String> inputs) throws IOException {
        String[] parts = Files.readString(file).split("\n---\n", 2);
        JsonNode declared = new YAMLMapper().readTree(parts[0]).at("/spec/inputs");
        String filled = INPUT.matcher(parts[1])
                .replaceAll(found -> Matcher.quoteReplacement(input(declared, found.group(1), inputs)));
        this.job = new YAMLMapper().readTree(filled).elements().next();
    }

    private static String input(JsonNode declared, String name, Map<String, String> inputs) {
        if (!declared.has(name)) {
            throw new AssertionError("the component declares no input " + name);
        }
        JsonNode otherwise = declared.path(name).path("default");
        if (!inputs.containsKey(name) && otherwise.isMissingNode()) {
            throw new AssertionError("input " + name + " is required");
        }
        return inputs.getOrDefault(name, otherwise.asText());
    }

    /**
     * Runs it.
     *
     * @param environment what the job's image has; with PATH
     */
    Script.Ended run(Path project, Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CI_PROJECT_DIR", project.toString());
        job.path("variables")
                .properties()
                .forEach(variable -> all.put(
                        variable.getKey(),
                        variable.getValue().asText().replace("$CI_PROJECT_DIR", project.toString())));
        List<String> lines = new ArrayList<>();
        job.path("script").forEach(line -> lines.add(line.asText()));
        return new Script(project, all).run(String.join("\n", lines));
    }

    /** What is kept of the job, relative to the project. */
    List<String> artifacts() {
        List<String> paths = new ArrayList<>();
        job.at("/artifacts/paths").forEach(path -> paths.add(path.asText()));
        paths.add(job.at("/artifacts/reports/junit").asText());
        return paths;
    }
}
