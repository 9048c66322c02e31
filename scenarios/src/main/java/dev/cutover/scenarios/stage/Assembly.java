package dev.cutover.scenarios.stage;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerPlatform;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.process.ProcessPlatform;
import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.dump.Texts;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.JdbcDatabases;
import dev.cutover.rehearse.KafkaBroker;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.Processors;
import dev.cutover.rehearse.Rehearsal;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.load.InjectorMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the parts of a rehearsal together: an environment of processes or containers, every link through Toxiproxy, the load by Gatling.
 *
 * @param bridge a broken one in the place of a component; none for the systems as the environment describes them
 * @param images what containers are made of
 * @param home the checkout, for the modules that are started and the cache
 */
public record Assembly(
        ResolvedPlan resolved,
        Optional<BrokenBridge> bridge,
        long seed,
        RuntimeChoice choice,
        Images images,
        Path home) {

    private static final double TRAINING_RATE = 60;
    private static final Duration TRAINING_HOLD = Duration.ofMillis(1_500);

    public Plan plan() {
        return resolved.plan();
    }

    /** The name of the bridge, for people. */
    public String bridgeName() {
        return bridge.map(BrokenBridge::name).orElse("reference");
    }

    /** Starts the environment and makes what the rehearsal is played with; who calls closes the environment. */
    public Parts assemble(RunDirectory run, EventLog events) {
        return assemble(run, events, start -> start.start(withBridge()));
    }

    /** The same with what of the environment can be started. */
    public Parts assembleWhatCan(RunDirectory run, EventLog events, EnvironmentStart.Failures failures) {
        return assemble(run, events, start -> start.startWhatCan(withBridge(), failures));
    }

    private Parts assemble(RunDirectory run, EventLog events, Function<EnvironmentStart, Environment> way) {
        Platform platform = platform(settings(run), events);
        var network = new ToxiproxyNetwork(platform.proxies());
        Environment environment = way.apply(new EnvironmentStart(platform, network, events));
        try {
            Texts texts = plan().evidence().texts();
            LoadControl load = new InjectorLoad(plan(), seed, run, environment, texts);
            Controls controls = Controls.of(plan().control(), environment, new JdbcDatabases(environment), seed);
            var faults = new FaultRunner(
                    new Faults(network::proxy, environment, controls::crash)::make, events, journal(load)::faultMask);
            return parts(environment, load, faults, texts);
        } catch (RuntimeException e) {
            // Nobody else knows of it yet. An interruption, for one, fails here: an interrupted thread opens no
            // journal.
            try (environment) {
                throw e;
            }
        }
    }

    /**
     * Makes start-up caches where there are none, by a short rehearsal without faults in an environment of its own. It takes about a minute on
     * two cores; its events are no part of any run.
     *
     * @param run for which they are made
     * @param person told that it begins, if any is missing
     */
    public void prepareCaches(RunDirectory run, PrintWriter person) throws InterruptedException {
        RuntimeSettings settings = settings(run);
        try (EventLog aside =
                FileEventLog.open(Files.createDirectories(settings.cache()).resolve("training-events.jsonl"))) {
            var unused = new AotTraining(platform(settings, aside)).ensure(resolved.environment(), training -> {
                person.println("start-up caches: made once, in a short rehearsal without faults");
                person.flush();
                exercise(training, aside);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the cache " + settings.cache(), e);
        }
    }

    private void exercise(RuntimeSettings training, EventLog aside) throws InterruptedException, IOException {
        RunDirectory place = training.run();
        Files.createDirectories(place.journal());
        Plan calm = plan().inShort(TRAINING_RATE, TRAINING_HOLD);
        Platform platform = platform(training, aside);
        var network = new ToxiproxyNetwork(platform.proxies());
        try (Rehearsal rehearsal = Rehearsal.begin(calm, place, aside);
                Environment environment =
                        new EnvironmentStart(platform, network, aside).start(resolved.environment())) {
            Texts texts = calm.evidence().texts();
            LoadControl load = new InjectorLoad(calm, seed, place, environment, texts);
            rehearsal.play(parts(environment, load, new NoFaults(), texts));
        }
    }

    private Parts parts(Environment environment, LoadControl load, FaultControl faults, Texts texts) {
        return new Parts(
                environment,
                load,
                faults,
                new JdbcDatabases(environment),
                new KafkaBroker(environment, broker(), plan().deadLetters()),
                texts,
                new Processors(),
                bridge.map(broken -> broken.activated(plan().control())).orElse(Map.of()),
                seed);
    }

    private Optional<String> broker() {
        return resolved.environment().components().entrySet().stream()
                .filter(component -> component.getValue().kind() instanceof Kind.Kafka)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static JournalControl journal(LoadControl load) {
        try {
            return JournalControl.open(load.journal());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the journal " + load.journal(), e);
        }
    }

    private Platform platform(RuntimeSettings settings, EventLog events) {
        return switch (choice.name()) {
            case PROCESSES -> new ProcessPlatform(new ToxiproxyBinary(settings.cache())::find, settings, events);
            case CONTAINERS -> new ContainerPlatform(images, settings, events);
        };
    }

    private RuntimeSettings settings(RunDirectory run) {
        return RuntimeSettings.of(home, run, seed, plan().parameters())
                .withClients(List.of(InjectorMain.program(plan().load())));
    }

    private EnvironmentSpec withBridge() {
        EnvironmentSpec spec = resolved.environment();
        return bridge.map(broken -> broken.in(spec)).orElse(spec);
    }
}
