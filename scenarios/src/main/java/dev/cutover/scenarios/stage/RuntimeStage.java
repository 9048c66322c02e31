package dev.cutover.scenarios.stage;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerRuntime;
import dev.cutover.environment.process.ProcessRuntime;
import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.EnvironmentRuntime;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.Progress;
import dev.cutover.rehearse.Rehearsal;
import dev.cutover.rehearse.Stage;
import dev.cutover.rehearse.load.InjectorProgram;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Plays a rehearsal as processes or in containers, every link through Toxiproxy, the load by Gatling. */
public final class RuntimeStage implements Stage {

    private static final double TRAINING_RATE = 60;
    private static final Duration TRAINING_HOLD = Duration.ofMillis(1_500);

    private static final List<Kind.Program> CLIENTS = List.of(InjectorProgram.PROGRAM);

    private final ResolvedPlan resolved;
    private final Plan plan;
    private final Optional<BrokenBridge> bridge;
    private final long seed;
    private final RunDirectory run;
    private final EventLog events;
    private final Path home;
    private final RuntimeChoice choice;
    private final Progress progress;
    private @Nullable ToxiproxyNetwork network;

    /**
     * Puts a stage together; nothing is started yet.
     *
     * @param home the checkout, for the modules that are started and the cache
     */
    public RuntimeStage(
            ResolvedPlan resolved,
            Optional<BrokenBridge> bridge,
            long seed,
            RunDirectory run,
            EventLog events,
            Path home,
            RuntimeChoice choice,
            Progress progress) {
        this.resolved = resolved;
        this.plan = resolved.plan();
        this.bridge = bridge;
        this.seed = seed;
        this.run = run;
        this.events = events;
        this.home = home;
        this.choice = choice;
        this.progress = progress;
    }

    @Override
    public Environment raise() throws InterruptedException {
        EnvironmentRuntime runtime = runtime();
        var settings = RuntimeSettings.of(home, run, seed, plan.parameters());
        EnvironmentSpec spec = resolved.environment();
        train(runtime, settings, spec);
        return runtime.start(withBridge(spec), settings, events);
    }

    private EnvironmentRuntime runtime() {
        return switch (choice.name()) {
            case PROCESSES -> {
                Path toxiproxy = new ToxiproxyBinary(home).find();
                yield new ProcessRuntime(
                        (spawner, ports, logs) -> network = new ToxiproxyNetwork(toxiproxy, spawner, ports, logs));
            }
            case CONTAINERS ->
                new ContainerRuntime(
                        choice.images(), CLIENTS, containers -> network = new ToxiproxyNetwork(containers));
        };
    }

    /** Makes start-up caches where there are none, by a short rehearsal of its own; its events are no part of the run. */
    private void train(EnvironmentRuntime runtime, RuntimeSettings settings, EnvironmentSpec spec)
            throws InterruptedException {
        try (FileEventLog aside =
                FileEventLog.open(Files.createDirectories(settings.cache()).resolve("training-events.jsonl"))) {
            new AotTraining(runtime, settings, aside, CLIENTS)
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
        var stage = new RaisedStage(environment, new InjectorLoad(calm, seed, place, environment));
        new Rehearsal(calm, place, aside, Progress.NONE, stage).play(raised -> {});
    }

    private EnvironmentSpec withBridge(EnvironmentSpec spec) {
        return bridge.map(broken -> spec.withMain(broken.replaces(), BrokenBridge.MODULE, broken.main()))
                .orElse(spec);
    }

    @Override
    public FaultControl faults(Environment environment, IntConsumer faultMask) {
        var raised = Objects.requireNonNull(network, "the environment has not been raised");
        return new FaultRunner(new Faults(raised::proxy, environment)::make, events, faultMask);
    }

    @Override
    public LoadControl load(Environment environment) {
        return new InjectorLoad(plan, seed, run, environment);
    }
}
