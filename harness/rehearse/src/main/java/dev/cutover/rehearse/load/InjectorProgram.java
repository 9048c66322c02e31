package dev.cutover.rehearse.load;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.spec.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The injector as a program that an environment can start. */
public final class InjectorProgram {
    /** The module, main class and flags that are the same in every run. */
    public static final Kind.Program PROGRAM = new Kind.Program(
            "scenarios",
            "dev.cutover.scenarios.load.InjectorMain",
            List.of(
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlogback.configurationFile=dev/cutover/scenarios/load/logback-injector.xml"));

    private InjectorProgram() {}

    /** @param scratch a directory for what the injector's libraries insist on writing */
    static ClientProgram of(InjectorSettings settings, Path scratch, Path log) {
        // Nothing of this process may look up a name on the network or write outside the run.
        List<String> options = new ArrayList<>(List.of(
                "-Djdk.net.hosts.file=" + scratch.resolve("hosts").toAbsolutePath(),
                "-Djava.util.prefs.userRoot=" + scratch.toAbsolutePath()));
        SettingsProperties.write(settings).forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new ClientProgram("injector", PROGRAM, options, settings.writes(scratch), log);
    }
}
