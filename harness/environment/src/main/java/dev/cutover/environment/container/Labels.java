package dev.cutover.environment.container;

import dev.cutover.record.run.RunDirectory;
import java.util.Map;

/** What marks everything that a run starts, so that it can be found when the testbed is gone. */
final class Labels {
    static final String RUN = "cutover.run";

    private Labels() {}

    static Map<String, String> of(RunDirectory run) {
        return Map.of(RUN, name(run));
    }

    /** Of the run whose directory this is: two runs may have the same name, but not the same place. */
    static String name(RunDirectory run) {
        return run.root().toAbsolutePath().normalize().toString();
    }
}
