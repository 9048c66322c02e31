package dev.cutover.scenarios.load;

import dev.cutover.environment.spec.Kind;
import dev.cutover.record.evidence.AskedFile;
import dev.cutover.record.evidence.ContentFile;
import dev.cutover.record.journal.Journal;
import dev.cutover.rehearse.load.Injector;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.ProgramSpec;
import dev.cutover.rehearse.load.SimulationSpec;
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

    /** What starts it for a load: one that the plan brings itself leaves out too much to share a start-up cache with others. */
    public static Kind.Program program(LoadModel load) {
        return new Kind.Program(
                "scenarios",
                InjectorMain.class.getName(),
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcutover.load.own=" + load.own().isPresent(),
                        "-Dlogback.configurationFile=dev/cutover/scenarios/load/logback-injector.xml"));
    }

    /** Ends with 0 after a run, 2 if told nonsense, 3 if the target does not answer, 4 if a load of the plan's own went wrong. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(System.getProperty(Injector.SETTINGS, ""));
        InjectorSettings settings;
        try {
            settings = InjectorSettings.read(file);
        } catch (IOException e) {
            System.err.println("-D" + Injector.SETTINGS + " must name a file with the injector's settings: " + e);
            System.exit(MISUSED);
            return;
        }
        System.exit(
                settings.load().own().isPresent()
                        ? own(settings, file.toAbsolutePath().resolveSibling(""))
                        : stories(settings));
    }

    private static int own(InjectorSettings settings, Path scratch) throws IOException {
        try (OwnInjection injection = OwnInjection.of(settings, scratch);
                HealthRecorder health = new HealthRecorder(settings.health(), injection::progress);
                Publisher publisher = Publisher.of(settings)) {
            health.start();
            publisher.start();
            return switch (settings.load().own().orElseThrow()) {
                case ProgramSpec program -> new ProgramLoad(program, injection, scratch).run();
                case SimulationSpec simulation -> new SimulationLoad(simulation, injection).run();
            };
        }
    }

    private static int stories(InjectorSettings settings) throws IOException {
        try (Journal journal = Journal.open(settings.journal());
                AskedFile asked = asked(settings);
                ContentFile contents = contents(settings)) {
            Injection injection = new Injection(settings, journal, asked, contents);
            CURRENT.set(injection);
            try (HealthRecorder health = new HealthRecorder(settings.health(), injection::progress);
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

    private static @Nullable ContentFile contents(InjectorSettings settings) throws IOException {
        return settings.load().comparesContent() ? ContentFile.open(settings.contents()) : null;
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
