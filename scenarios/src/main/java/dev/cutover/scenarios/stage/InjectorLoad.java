package dev.cutover.scenarios.stage;

import dev.cutover.environment.ClientHost;
import dev.cutover.environment.Environment;
import dev.cutover.record.dump.Texts;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.RehearsalException;
import dev.cutover.rehearse.load.ArrivalFile;
import dev.cutover.rehearse.load.Injector;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.scenarios.load.InjectorMain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The load of a run from one injector in a JVM of its own, inside the environment. */
final class InjectorLoad implements LoadControl {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final ClientHost host;
    private final RunDirectory run;
    private final InjectorSettings settings;
    private @Nullable Injector injector;

    InjectorLoad(Plan plan, long seed, RunDirectory run, Environment environment, Texts texts) {
        this.host = environment;
        this.run = run;
        this.settings = new InjectorSettings(
                URI.create(environment.origin(plan.load().target())),
                seed,
                plan.keys(run),
                plan.load(),
                plan.load().arrivals().map(InjectorLoad::arrivals).orElse(List.of()),
                run.journal().resolve("injector-1.slots"),
                run.journal().resolve("injector-1.health.json"),
                plan.load().publish().stream()
                        .findFirst()
                        .map(publish -> new InjectorSettings.Publishing(
                                environment.proxy(publish.link()).toString(),
                                run.observed().resolve("updates.jsonl"),
                                texts))
                        .orElse(null));
    }

    private static List<Long> arrivals(String file) {
        try {
            return ArrivalFile.read(Path.of(file));
        } catch (IOException e) {
            throw new RehearsalException("the log of arrivals cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Path journal() {
        return settings.journal();
    }

    @Override
    public void start() {
        Path log = run.logs().resolve("injector.log");
        try {
            injector = Injector.start(InjectorMain.program(settings.load()), settings, host, run.injector(), log);
            injector.awaitReady(WARM_UP);
        } catch (IOException e) {
            throw new RehearsalException("the injector could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean alive() {
        return !Objects.requireNonNull(injector, "the load was not started").died();
    }

    @Override
    public String lastWords() {
        return Objects.requireNonNull(injector, "the load was not started").lastWords();
    }

    @Override
    public void stop() {
        if (injector != null) {
            injector.stop(settings.load().longestOperation().plus(GRACE));
        }
    }

    @Override
    public void close() {
        if (injector != null) {
            injector.close();
        }
    }
}
