package dev.cutover.scenarios.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.judge.facts.Capabilities;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a plan and starts nothing. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Checks a plan, its environment and its faults, and starts nothing; rehearse does the same first. "
                        + "Exit code 0 if it can be rehearsed, else 3.")
public final class ValidateCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(
            names = "--json",
            description =
                    "Prints one line of JSON: valid, counts, the best possible verdict, and problems with file and line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            ResolvedPlan read = options.read(options.runtime().name());
            var unused = options.images(read);
            Map<String, Object> found = counts(read);
            Capabilities capabilities = Capabilities.of(RunManifest.manifest(read));
            found.put("best", capabilities.best().text());
            found.put("shortOfGo", capabilities.shortOfGo());
            found.put("notExamined", capabilities.notExamined());
            String text = read.file() + " is valid: " + text(counts(read));
            print(found, String.join(System.lineSeparator(), lines(text, read, capabilities)));
            return ExitCode.OK;
        } catch (PlanException e) {
            if (!json) {
                throw e;
            }
            print(Map.of("problems", e.problems()), "");
            return ExitCode.TESTBED_ERROR;
        }
    }

    private static List<String> lines(String first, ResolvedPlan read, Capabilities capabilities) {
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(Possible.lines(read.plan().load(), capabilities));
        return lines;
    }

    private static Map<String, Object> counts(ResolvedPlan read) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("phases", read.plan().phases().size());
        counts.put("faults", PlanChanges.faults(read.plan()).size());
        counts.put("sentinels", read.plan().sentinels().size());
        counts.put("components", read.environment().components().size());
        counts.put("links", read.environment().links().size());
        return counts;
    }

    private static String text(Map<String, Object> counts) {
        List<String> words = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .toList();
        return String.join(", ", words);
    }

    private void print(Map<String, Object> found, String text) throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("valid", !found.containsKey("problems")));
        all.putAll(found);
        spec.commandLine().getOut().println(json ? JSON.writeValueAsString(all) : text);
    }
}
