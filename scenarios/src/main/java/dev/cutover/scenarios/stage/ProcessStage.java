package dev.cutover.scenarios.stage;

import dev.cutover.chaos.faults.Faults;
import dev.cutover.chaos.network.ToxiproxyBinary;
import dev.cutover.chaos.network.ToxiproxyNetwork;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.harness.environment.Environment;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.processes.AotTraining;
import dev.cutover.harness.environment.processes.NetworkOpener;
import dev.cutover.harness.environment.processes.ProcessRuntime;
import dev.cutover.harness.environment.processes.ProcessSettings;
import dev.cutover.harness.evidence.EventLog;
import dev.cutover.harness.evidence.FileEventLog;
import dev.cutover.harness.evidence.RunDirectory;
import dev.cutover.harness.plan.EnvironmentReader;
import dev.cutover.harness.plan.Plan;
import dev.cutover.harness.rehearsal.FaultControl;
import dev.cutover.harness.rehearsal.LoadControl;
import dev.cutover.harness.rehearsal.Progress;
import dev.cutover.harness.rehearsal.Rehearsal;
import dev.cutover.harness.rehearsal.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Plays a rehearsal as processes on loopback, every link through Toxiproxy, the load by Gatling. */
public final class ProcessStage implements Stage {

    private static final double TRAINING_RATE = 60;
    private static final Duration TRAINING_HOLD = Duration.ofSeconds(3);

    private final Plan plan;
    private final Optional<BrokenBridge> bridge;
    private final long seed;
    private final RunDirectory run;
    private final EventLog events;
    private final Path home;
    private final Progress progress;
    private @Nullable ToxiproxyNetwork network;

    /**
     * Puts a stage together; nothing is started yet.
     *
     * @param home the checkout, for the modules that are started and the cache
     */
    public ProcessStage(
            Plan plan,
            Optional<BrokenBridge> bridge,
            long seed,
            RunDirectory run,
            EventLog events,
            Path home,
            Progress progress) {
        this.plan = plan;
        this.bridge = bridge;
        this.seed = seed;
        this.run = run;
        this.events = events;
        this.home = home;
        this.progress = progress;
    }

    @Override
    public Environment raise() throws InterruptedException {
        Path toxiproxy = new ToxiproxyBinary(home).find();
        var settings = ProcessSettings.of(home, run, seed, plan.parameters());
        NetworkOpener opener =
                (spawner, ports, logs) -> network = new ToxiproxyNetwork(toxiproxy, spawner, ports, logs);
        EnvironmentSpec spec = EnvironmentReader.read(plan.environment());
        train(settings, opener, spec);
        return new ProcessRuntime(settings, opener, events).start(withBridge(spec));
    }

    /** Makes start-up caches where there are none, by a short rehearsal of its own; its events are no part of the run. */
    private void train(ProcessSettings settings, NetworkOpener opener, EnvironmentSpec spec)
            throws InterruptedException {
        try (FileEventLog aside =
                FileEventLog.open(Files.createDirectories(settings.cache()).resolve("training-events.jsonl"))) {
            new AotTraining(settings, opener, aside)
                    .ensure(spec, (environment, place) -> exercise(environment, place, aside));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the cache " + settings.cache(), e);
        }
    }

    private void exercise(Environment environment, RunDirectory place, EventLog aside)
            throws InterruptedException, IOException {
        progress.step("start-up caches: made once, in a short rehearsal without faults");
        Files.createDirectories(place.journal());
        Plan calm = plan.inShort(TRAINING_RATE, TRAINING_HOLD);
        var stage = new RaisedStage(environment, new InjectorLoad(calm, seed, place, aside, environment));
        new Rehearsal(calm, place, aside, Progress.NONE, stage).play(raised -> {});
    }

    private EnvironmentSpec withBridge(EnvironmentSpec spec) {
        return bridge.map(broken -> spec.withMain(broken.replaces(), BrokenBridge.MODULE, broken.main()))
                .orElse(spec);
    }

    @Override
    public FaultControl faults(Environment environment, IntConsumer faultMask) {
        var raised = Objects.requireNonNull(network, "the environment has not been raised");
        return new FaultRunner(new Faults(raised::proxy), environment, events, faultMask);
    }

    @Override
    public LoadControl load(Environment environment) {
        return new InjectorLoad(plan, seed, run, events, environment);
    }
}
