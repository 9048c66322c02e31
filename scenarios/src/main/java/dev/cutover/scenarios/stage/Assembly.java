package dev.cutover.scenarios.stage;

import dev.cutover.chaos.faults.Faults;
import dev.cutover.chaos.network.ToxiproxyBinary;
import dev.cutover.chaos.network.ToxiproxyNetwork;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerRuntime;
import dev.cutover.environment.process.ProcessRuntime;
import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.EnvironmentRuntime;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.KafkaBroker;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.PostgresDatabases;
import dev.cutover.rehearse.Rehearsal;
import dev.cutover.rehearse.load.InjectorProgram;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts the parts of a rehearsal together: an environment of processes or containers, every link through Toxiproxy, the load by Gatling.
 *
 * @param bridge a broken one in the place of a component; none for the systems as the environment describes them
 * @param home the checkout, for the modules that are started and the cache
 */
public record Assembly(Plan plan, Optional<BrokenBridge> bridge, long seed, RuntimeChoice choice, Path home) {

    private static final double TRAINING_RATE = 60;
    private static final Duration TRAINING_HOLD = Duration.ofMillis(1_500);
    private static final List<Kind.Program> CLIENTS = List.of(InjectorProgram.PROGRAM);

    /** Starts the environment and makes what the rehearsal is played with; who calls closes the environment. */
    public Parts assemble(RunDirectory run, EventLog events) {
        var network = new AtomicReference<ToxiproxyNetwork>();
        Environment environment = runtime(network).start(withBridge(spec()), settings(run), events);
        ToxiproxyNetwork links = Objects.requireNonNull(network.get(), "an environment was started without a network");
        LoadControl load = new InjectorLoad(plan, seed, run, environment);
        var faults = new FaultRunner(new Faults(links::proxy), environment, events, journal(load)::faultMask);
        return parts(environment, load, faults);
    }

    /**
     * Makes start-up caches where there are none, by a short rehearsal without faults in an environment of its own. It takes about a minute on two
     * cores; its events are no part of any run.
     *
     * @param run for which they are made
     * @param person told that it begins, if any is missing
     */
    public void prepareCaches(RunDirectory run, PrintWriter person) throws InterruptedException {
        RuntimeSettings settings = settings(run);
        try (FileEventLog aside =
                FileEventLog.open(Files.createDirectories(settings.cache()).resolve("training-events.jsonl"))) {
            new AotTraining(runtime(new AtomicReference<>()), settings, aside, CLIENTS)
                    .ensure(spec(), (environment, place) -> {
                        person.println("start-up caches: made once, in a short rehearsal without faults");
                        person.flush();
                        exercise(environment, place, aside);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the cache " + settings.cache(), e);
        }
    }

    private void exercise(Environment environment, RunDirectory place, EventLog aside)
            throws InterruptedException, IOException {
        Files.createDirectories(place.journal());
        Plan calm = plan.inShort(TRAINING_RATE, TRAINING_HOLD);
        LoadControl load = new InjectorLoad(calm, seed, place, environment);
        try (Rehearsal rehearsal = Rehearsal.begin(calm, place, aside)) {
            rehearsal.play(parts(environment, load, new NoFaults()));
        }
    }

    private static Parts parts(Environment environment, LoadControl load, FaultControl faults) {
        return new Parts(environment, load, faults, new PostgresDatabases(environment), new KafkaBroker(environment));
    }

    private static JournalControl journal(LoadControl load) {
        try {
            return JournalControl.open(load.journal());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the journal " + load.journal(), e);
        }
    }

    private EnvironmentRuntime runtime(AtomicReference<ToxiproxyNetwork> network) {
        return switch (choice.name()) {
            case PROCESSES -> {
                Path toxiproxy = new ToxiproxyBinary(home).find();
                yield new ProcessRuntime((spawner, ports, logs) ->
                        opened(network, new ToxiproxyNetwork(toxiproxy, spawner, ports, logs)));
            }
            case CONTAINERS ->
                new ContainerRuntime(
                        choice.images(), CLIENTS, containers -> opened(network, new ToxiproxyNetwork(containers)));
        };
    }

    private static ToxiproxyNetwork opened(AtomicReference<ToxiproxyNetwork> network, ToxiproxyNetwork opened) {
        network.set(opened);
        return opened;
    }

    private RuntimeSettings settings(RunDirectory run) {
        return RuntimeSettings.of(home, run, seed, plan.parameters());
    }

    private EnvironmentSpec spec() {
        return EnvironmentReader.read(plan.environment());
    }

    private EnvironmentSpec withBridge(EnvironmentSpec spec) {
        return bridge.map(broken -> spec.withMain(broken.replaces(), BrokenBridge.MODULE, broken.main()))
                .orElse(spec);
    }
}
