package dev.cutover.harness.environment.processes;

import java.util.List;
import java.util.function.Supplier;

/** Any other program. */
record CommandLaunch(List<String> command, Supplier<Probe.Look> probe) implements Launch {
    @Override
    public Probe.Look look() {
        return probe.get();
    }
}
