package dev.cutover.scenarios.load;

import dev.cutover.environment.spec.Kind;
import dev.cutover.record.evidence.AskedFile;
import dev.cutover.record.journal.Journal;
import dev.cutover.rehearse.load.Injector;
import dev.cutover.rehearse.load.InjectorSettings;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The injector's process: reads its settings from system properties, runs the simulation until stopped, and ends. */
public final class InjectorMain {
    private static final int MISUSED = 2;
    private static final AtomicReference<Injection> CURRENT = new AtomicReference<>();

    private InjectorMain() {}

    /** What starts it, in every run. */
    public static final Kind.Program PROGRAM = new Kind.Program(
            "scenarios",
            InjectorMain.class.getName(),
            List.of(
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlogback.configurationFile=dev/cutover/scenarios/load/logback-injector.xml"));

    /** Ends with 0 after a run, 2 if told nonsense, 3 if the target does not answer. */
    public static void main(String[] args) throws IOException {
        InjectorSettings settings;
        try {
            settings = InjectorSettings.read(Path.of(System.getProperty(Injector.SETTINGS, "")));
        } catch (IOException e) {
            System.err.println("-D" + Injector.SETTINGS + " must name a file with the injector's settings: " + e);
            System.exit(MISUSED);
            return;
        }
        System.exit(run(settings));
    }

    private static int run(InjectorSettings settings) throws IOException {
        try (Journal journal = Journal.open(settings.journal());
                AskedFile asked = asked(settings)) {
            Injection injection = new Injection(settings, journal, asked);
            CURRENT.set(injection);
            try (HealthRecorder health = new HealthRecorder(injection);
                    Publisher publisher = Publisher.of(settings)) {
                health.start();
                publisher.start();
                return Gatling$.MODULE$.fromArgs(new String[] {"-s", LoadSimulation.class.getName(), "-nr"});
            }
        }
    }

    private static @Nullable AskedFile asked(InjectorSettings settings) throws IOException {
        return settings.load().asks() ? AskedFile.open(settings.asked()) : null;
    }

    /** Gatling makes the simulation from its class name alone, so what it needs waits here. */
    static Injection injection() {
        Injection injection = CURRENT.get();
        if (injection == null) {
            throw new IllegalStateException(
                    "the load simulation runs inside " + InjectorMain.class.getName() + " only");
        }
        return injection;
    }
}
