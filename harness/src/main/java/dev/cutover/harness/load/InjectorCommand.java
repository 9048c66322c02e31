package dev.cutover.harness.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of an injector's JVM.
 *
 * @param java the java program
 * @param classPath such as {@code scenarios/target/cutover-scenarios.jar:scenarios/target/lib/*}
 */
public record InjectorCommand(Path java, String classPath) {
    private static final String MAIN = "dev.cutover.scenarios.load.InjectorMain";

    /** With the running JVM and its class path: right when the scenarios are on it. */
    public static InjectorCommand ofThisJvm() {
        return new InjectorCommand(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path"));
    }

    List<String> line(InjectorSettings settings, Path scratch) {
        List<String> line = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                // Nothing of this process may look up a name on the network or write outside the run.
                "-Djdk.net.hosts.file=" + scratch.resolve("hosts").toAbsolutePath(),
                "-Djava.util.prefs.userRoot=" + scratch.toAbsolutePath(),
                "-Dlogback.configurationFile=dev/cutover/scenarios/load/logback-injector.xml"));
        SettingsProperties.write(settings).forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.addAll(List.of("-cp", classPath, MAIN));
        return List.copyOf(line);
    }
}
