package dev.cutover.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.cutover.chaos.fault.Direction;
import dev.cutover.chaos.fault.Down;
import dev.cutover.chaos.fault.FakeEnvironment;
import dev.cutover.chaos.fault.Faults;
import dev.cutover.chaos.fault.Freeze;
import dev.cutover.chaos.fault.Pause;
import dev.cutover.chaos.fault.SleepingComponent;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.TestServer;
import dev.cutover.chaos.toxiproxy.Toxiproxies;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HealerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Healer.Healed NOTHING = new Healer.Healed(List.of(), List.of());
    private static final Link LINK = new Link("a->b", "a", "b", "http", Protocol.HTTP);

    @TempDir
    Path directory;

    private final Spawner spawner = new Spawner();
    private final FreePorts ports = new FreePorts();
    private final TestServer server = new TestServer();
    private final RecordedEvents crashed = new RecordedEvents();
    private final RecordedEvents log = new RecordedEvents();
    private ToxiproxyNetwork network;
    private SleepingComponent component;

    @BeforeEach
    void open() {
        network = Toxiproxies.network(spawner, ports, directory);
        network.open(LINK, server.address());
        component = new SleepingComponent(spawner, directory);
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        spawner.close();
        ports.close();
        server.close();
    }

    @Test
    void undoesWhatACrashedRunLeftBehindAndNothingElse() throws Exception {
        crashWith(spec("f-1", new Freeze(Direction.BOTH, 1), "a->b"), spec("f-2", new Pause(), "sleeper"));
        LinkProxy proxy = network.proxy("a->b");
        assertThat(proxy.state().toxics()).hasSize(2);
        assertThat(component.paused()).isTrue();

        List<String> done = heal().done();

        assertThat(done).hasSize(2);
        assertThat(done.get(0)).contains("f-2 (pause on sleeper)", "SIGCONT");
        assertThat(done.get(1)).contains("f-1 (freeze on a->b)", "removed 2 toxics");
        assertThat(proxy.state().toxics()).isEmpty();
        assertThat(proxy.probe(Duration.ofSeconds(1)).answered()).isTrue();
        await().atMost(Duration.ofSeconds(2)).until(() -> !component.paused());
        assertThat(component.alive()).isTrue();
        assertThat(log.steps()).containsExactly("f-2 healed", "f-1 healed");
    }

    @Test
    void enablesALinkThatWasDown() throws Exception {
        crashWith(spec("f-1", new Down(), "a->b"));

        heal();

        assertThat(network.proxy("a->b").probe(Duration.ofSeconds(1)).answered())
                .isTrue();
    }

    @Test
    void endsLeftOverProcessesThatAreStillTheSame() throws Exception {
        var other = new SleepingComponent(spawner, directory);
        crashed.record(started("sleeper", component.pid()));
        crashed.record(new ProcessEvent.Started("other", other.pid(), 12_345));
        crashed.record(started("self", ProcessHandle.current().pid()));

        List<String> done = heal().done();

        assertThat(done).containsExactly("process " + component.pid() + " (sleeper): ended");
        await().atMost(Duration.ofSeconds(2)).until(() -> !component.alive());
        assertThat(other.alive()).isTrue();
    }

    @Test
    void takesAProcessThatEndedAndWasNotCollectedForGone() throws Exception {
        // Its parent becomes another program before it ends, which collects nobody.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 60").start();
        try {
            long dead = Long.parseLong(parent.inputReader().readLine());
            await().until(() -> ProcessTree.gone(dead));
            assertThat(ProcessHandle.of(dead)).isPresent();
            crashed.record(started("dead", dead));

            assertThat(heal()).isEqualTo(NOTHING);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void doesNothingAboutARunThatEndedWell() throws Exception {
        crashed.record(started("sleeper", component.pid()));
        crashed.record(new ProcessEvent.Ended("sleeper", component.pid(), "exit code 0"));
        crashed.record(new FaultEvent.Intended("f-1", "down", "a->b", "dual", 0, null));
        crashed.record(new FaultEvent.Healed("f-1", "down", "a->b", "dual", null));

        assertThat(heal()).isEqualTo(NOTHING);
        assertThat(component.alive()).isTrue();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void saysWhatItCouldNotHealAndGoesOn() throws Exception {
        crashWith(spec("f-1", new Pause(), "sleeper"));
        var undo = new FaultEvent.Undo(component.pid(), 0, new FaultEvent.Proxy("a-b", "10.0.0.7:8474"));
        crashed.record(new FaultEvent.Intended("f-2", "down", "a->b", "dual", 0, undo));

        Healer.Healed healed = heal();

        assertThat(healed.notDone())
                .singleElement(STRING)
                .startsWith("fault f-2 (down on a->b): NOT healed: the admin address of a proxy");
        assertThat(healed.done()).singleElement(STRING).contains("f-1 (pause on sleeper)");
        assertThat(log.steps()).containsExactly("f-2 heal-failed", "f-1 healed");
    }

    @Test
    void goesOnAfterAHalfWrittenLine() throws Exception {
        crashWith(spec("f-1", new Pause(), "sleeper"));
        Path file = write();
        Files.writeString(file, "{\"ns\":12", StandardOpenOption.APPEND);

        List<String> done = new Healer(new RunDirectory(directory), log).heal().done();

        assertThat(done).hasSize(2);
        assertThat(done.getFirst()).startsWith("skipped: events.jsonl line");
        await().atMost(Duration.ofSeconds(2)).until(() -> !component.paused());
    }

    /** Injects and never heals, as if killed. */
    private void crashWith(FaultSpec... specs) {
        var environment = new FakeEnvironment(Map.of("sleeper", component));
        var runner = new FaultRunner(
                new Faults(network::proxy, environment, (component, point) -> {})::make, crashed, mask -> {});
        runner.start("dual", List.of(specs));
        await().until(() ->
                crashed.steps().stream().filter(s -> s.endsWith(" verified")).count() == specs.length);
    }

    private Healer.Healed heal() throws Exception {
        write();
        return new Healer(new RunDirectory(directory), log).heal();
    }

    private Path write() throws IOException {
        Path file = directory.resolve("events.jsonl");
        crashed.save(file);
        return file;
    }

    private static ProcessEvent started(String component, long pid) {
        return new ProcessEvent.Started(component, pid, 0);
    }

    private static FaultSpec spec(String id, Disturbance what, String target) {
        return new FaultSpec(id, what, target, Duration.ZERO, LONG);
    }
}
