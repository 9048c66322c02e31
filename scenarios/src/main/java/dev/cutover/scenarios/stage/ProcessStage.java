package dev.cutover.scenarios.stage;

import dev.cutover.chaos.faults.Faults;
import dev.cutover.chaos.network.ToxiproxyBinary;
import dev.cutover.chaos.network.ToxiproxyNetwork;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.harness.environment.Environment;
import dev.cutover.harness.plan.EnvironmentReader;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.processes.AotTraining;
import dev.cutover.harness.environment.processes.NetworkOpener;
import dev.cutover.harness.environment.processes.ProcessRuntime;
import dev.cutover.harness.environment.processes.ProcessSettings;
import dev.cutover.harness.evidence.EventLog;
import dev.cutover.harness.evidence.FileEventLog;
import dev.cutover.harness.evidence.RunDirectory;
import dev.cutover.harness.plan.Plan;
import dev.cutover.harness.rehearsal.FaultControl;
import dev.cutover.harness.rehearsal.LoadControl;
import dev.cutover.harness.rehearsal.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Plays a rehearsal as processes on loopback, every link through Toxiproxy, the load by Gatling. */
public final class ProcessStage implements Stage {

    private final Plan plan;
    private final Optional<BrokenBridge> bridge;
    private final long seed;
    private final RunDirectory run;
    private final EventLog events;
    private final Path home;
    private @Nullable ToxiproxyNetwork network;

    /**
     * Puts a stage together; nothing is started yet.
     *
     * @param home the checkout, for the modules that are started and the cache
     */
    public ProcessStage(
            Plan plan, Optional<BrokenBridge> bridge, long seed, RunDirectory run, EventLog events, Path home) {
        this.plan = plan;
        this.bridge = bridge;
        this.seed = seed;
        this.run = run;
        this.events = events;
        this.home = home;
    }

    @Override
    public Environment raise() {
        Path toxiproxy = new ToxiproxyBinary(home).find();
        var settings = ProcessSettings.of(home, run, seed, plan.parameters());
        NetworkOpener opener =
                (spawner, ports, logs) -> network = new ToxiproxyNetwork(toxiproxy, spawner, ports, logs);
        EnvironmentSpec spec = spec();
        train(settings, opener, spec);
        return new ProcessRuntime(settings, opener, events).start(spec);
    }

    /** Its events are no part of the run. */
    private void train(ProcessSettings settings, NetworkOpener opener, EnvironmentSpec spec) {
        try (FileEventLog aside = FileEventLog.open(Files.createDirectories(settings.cache())
                .resolve("training-events.jsonl"))) {
            new AotTraining(settings, opener, aside).ensure(spec);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the cache " + settings.cache(), e);
        }
    }

    private EnvironmentSpec spec() {
        EnvironmentSpec spec = EnvironmentReader.read(plan.environment());
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
        return new InjectorLoad(plan, seed, run, environment);
    }
}
