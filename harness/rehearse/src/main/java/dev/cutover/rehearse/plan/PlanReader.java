package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads plan files with their environments and checks everything that can be checked before anything is started.
 *
 * @param faults the kinds of fault there are, by name
 */
public record PlanReader(Map<String, Class<? extends Disturbance>> faults) {

    /**
     * Reads and checks a plan.
     *
     * @param settings values instead of the file's, each as in {@code phases.dual.hold=5s}
     * @throws PlanException saying file, line, what was expected and what was found
     */
    public ResolvedPlan read(Path file, List<String> settings) {
        YamlFile written = YamlFile.read(file).with(settings);
        Plan plan = written.checked(() -> written.bind(Plan.class, FaultBinding.of(faults))
                .in(file.toAbsolutePath().resolveSibling("")));
        EnvironmentReader.Read environment =
                EnvironmentReader.read(file.toAbsolutePath().resolveSibling(plan.environment()));
        List<Problem> problems = new PlanCheck(written, plan, environment.spec()).problems();
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
        Map<String, String> parameters = new LinkedHashMap<>(environment.spec().parameters());
        parameters.putAll(plan.parameters());
        return new ResolvedPlan(file, plan.with(plan.environment(), parameters), environment);
    }
}
