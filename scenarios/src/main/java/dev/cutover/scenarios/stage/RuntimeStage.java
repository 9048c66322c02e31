package dev.cutover.scenarios.stage;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.chaos.run.FaultRunner;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerPlatform;
import dev.cutover.environment.process.ProcessPlatform;
import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.Platform;
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
import dev.cutover.scenarios.load.InjectorMain;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Plays a rehearsal as processes or in containers, every link through Toxiproxy, the load by Gatling. */
public final class RuntimeStage implements Stage {

    private static final double TRAINING_RATE = 60;
    private static final Duration TRAINING_HOLD = Duration.ofMillis(1_500);

    private static final List<Kind.Program> CLIENTS = List.of(InjectorMain.PROGRAM);

    private final ResolvedPlan resolved;
    private final Plan plan;
    private final Optional<BrokenBridge> bridge;
    private final long seed;
    private final RunDirectory run;
    private final EventLog events;
    private final Path home;
    private final RuntimeChoice choice;
    private final Progress progress;
    private final EnvironmentSpec spec;
    private final Platform platform;
    private final ToxiproxyNetwork network;

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
        this.spec = resolved.environment();
        this.platform =
                platform(RuntimeSettings.of(home, run, seed, plan.parameters()).withClients(CLIENTS), events);
        this.network = new ToxiproxyNetwork(platform.proxies());
    }

    private Platform platform(RuntimeSettings settings, EventLog log) {
        return switch (choice.name()) {
            case PROCESSES -> new ProcessPlatform(new ToxiproxyBinary(home)::find, settings, log);
            case CONTAINERS -> new ContainerPlatform(choice.images(), settings, log);
        };
    }

    @Override
    public Environment raise() throws InterruptedException {
        ensureStartUpCaches();
        return new EnvironmentStart(platform, network, events).start(withBridge());
    }

    /** Makes start-up caches where there are none, by a short rehearsal of its own; its events are no part of the run. */
    public void ensureStartUpCaches() throws InterruptedException {
        var unused = new AotTraining(platform).ensure(spec, this::exercise);
    }

    private void exercise(RuntimeSettings settings) throws InterruptedException, IOException {
        progress.step("start-up caches: made once, in a short rehearsal without faults");
        RunDirectory place = settings.run();
        Files.createDirectories(place.journal());
        Plan calm = plan.inShort(TRAINING_RATE, TRAINING_HOLD);
        try (EventLog aside = FileEventLog.open(settings.cache().resolve("training-events.jsonl"));
                Environment environment = trainingEnvironment(settings, aside)) {
            var stage = new RaisedStage(environment, new InjectorLoad(calm, seed, place, environment));
            new Rehearsal(calm, place, aside, Progress.NONE, stage).play(raised -> {});
        }
    }

    private Environment trainingEnvironment(RuntimeSettings settings, EventLog aside) {
        Platform own = platform(settings, aside);
        return new EnvironmentStart(own, new ToxiproxyNetwork(own.proxies()), aside).start(spec);
    }

    private EnvironmentSpec withBridge() {
        return bridge.map(broken -> spec.withMain(broken.replaces(), BrokenBridge.MODULE, broken.main()))
                .orElse(spec);
    }

    @Override
    public FaultControl faults(Environment environment, IntConsumer faultMask) {
        return new FaultRunner(new Faults(network::proxy, environment)::make, events, faultMask);
    }

    @Override
    public LoadControl load(Environment environment) {
        return new InjectorLoad(plan, seed, run, environment);
    }
}
