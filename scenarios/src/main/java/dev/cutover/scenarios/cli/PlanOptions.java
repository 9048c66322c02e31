package dev.cutover.scenarios.cli;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which plan, with which changes, on what. */
final class PlanOptions extends PlanChanges {

    /** The plan that is meant if none is named. */
    static final String REFERENCE = "reference";

    @Parameters(
            arity = "0..1",
            defaultValue = REFERENCE,
            paramLabel = "PLAN",
            completionCandidates = CompletionCommand.Plans.class,
            description =
                    "A plan file, or the name of one that ships: in scenarios/plans or scenarios/examples (default: ${DEFAULT-VALUE}).")
    private String plan = REFERENCE;

    /**
     * Reads the plan and all that belongs to it, and checks it for what it will run on.
     *
     * @throws PlanException with all that is wrong
     */
    ResolvedPlan read(RuntimeChoice.Name on) {
        return read(plan, on, List.of());
    }

    /** The same with a broken bridge's values in it, which come before those of the command line. */
    ResolvedPlan read(RuntimeChoice.Name on, BrokenBridge broken) {
        return read(plan, on, broken.entry().set());
    }
}
