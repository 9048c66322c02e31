package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan and its environment, both checked, with everything decided that the files leave open.
 *
 * @param file where the plan was read from
 */
public record ResolvedPlan(Path file, Plan plan, EnvironmentReader.Read read) {

    private static final String ENVIRONMENT = "environment.yaml";

    public EnvironmentSpec environment() {
        return read.spec();
    }

    /** The same with other phases. */
    public ResolvedPlan with(List<PhaseSpec> phases) {
        return new ResolvedPlan(file, plan.with(phases), read);
    }

    /** The catalogue of broken bridges for this plan. */
    public Optional<Path> bridges() {
        return plan.bridges().map(Path::of);
    }

    /** The images that the environment names, by name, in the place of those that the testbed pins. */
    public Map<String, String> images() {
        return read.written().images();
    }

    /**
     * Writes both files so that they can be rehearsed as they stand: overrides applied, defaults filled in.
     *
     * @param images what is used for each name
     */
    public void write(Path planFile, Map<String, String> images) throws IOException {
        Files.writeString(
                planFile, YamlFile.write(plan.with(ENVIRONMENT, plan.parameters()), FaultBinding.of(Map.of())));
        Files.writeString(planFile.resolveSibling(ENVIRONMENT), read.resolved(plan.parameters(), images));
    }
}
