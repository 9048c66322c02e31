package dev.cutover.rehearse.load;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.spec.Kind;
import java.nio.file.Path;
import java.util.List;

/** The injector as a program that an environment can start. */
final class InjectorProgram {

    private InjectorProgram() {}

    /**
     * One start of it.
     *
     * @param program what is the same in every run
     * @param scratch a directory for its settings, and for what its libraries insist on writing
     */
    static ClientProgram of(Kind.Program program, InjectorSettings settings, Path scratch, Path log) {
        // Nothing of this process may look up a name on the network or write outside the run.
        List<String> options = List.of(
                "-Djdk.net.hosts.file=" + scratch.resolve("hosts").toAbsolutePath(),
                "-Djava.util.prefs.userRoot=" + scratch.toAbsolutePath(),
                "-D" + Injector.SETTINGS + "=" + settingsIn(scratch));
        List<Path> simulation =
                settings.load().simulation().map(SimulationSpec::paths).orElse(List.of());
        return new ClientProgram("injector", program, options, simulation, settings.writes(scratch), log);
    }

    static Path settingsIn(Path scratch) {
        return scratch.resolve("settings.json").toAbsolutePath();
    }
}
