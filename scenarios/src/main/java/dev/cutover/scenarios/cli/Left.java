package dev.cutover.scenarios.cli;

import dev.cutover.chaos.run.Healer;
import dev.cutover.environment.container.ContainerLeftovers;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is left of a run that was called off: what {@code heal} would find to do. */
record Left(RunDirectory run) {

    /** The last word on an interruption, which promises no more than is so. */
    String sentence() {
        List<String> left = left();
        return left.isEmpty()
                ? "interrupted: everything is healed, stopped and saved"
                : "interrupted and saved, but NOT all is healed and stopped: " + String.join(", ", left)
                        + "; finish it with: cutover heal " + run.root();
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        try {
            left.addAll(Healer.left(run));
        } catch (IOException e) {
            left.add("what the log would tell (" + e.getMessage() + ")");
        }
        ContainerLeftovers.left(run).ifPresent(left::add);
        return left;
    }
}
