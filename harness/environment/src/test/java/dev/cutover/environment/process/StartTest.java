package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import dev.cutover.record.event.ProcessEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StartTest {
    private static final Ready AT_ONCE = new Ready.ByKind();

    @TempDir
    Path run;

    private final MemoryEvents events = new MemoryEvents();

    @Test
    void startsEachComponentWhenThoseBeforeItAreReady() {
        try (Environment environment = start(
                shell("last", "sleep 300", AT_ONCE, Set.of("middle")),
                shell("middle", "sleep 300", AT_ONCE, Set.of("first")),
                shell("first", "sleep 300", AT_ONCE, Set.of()))) {
            assertThat(environment.component("last").alive()).isTrue();
        }
        assertThat(order())
                .startsWith(
                        "first started", "first ready", "middle started", "middle ready", "last started", "last ready");
        assertThat(order().subList(6, 9)).containsExactly("last ended", "middle ended", "first ended");
    }

    @Test
    void saysWhatIsNotReadyAndLeavesNothing() {
        assertThatThrownBy(() -> start(
                        shell("fine", "sleep 300", AT_ONCE, Set.of()),
                        shell(
                                "stuck",
                                "echo waiting for godot; sleep 300",
                                new Ready.Http("http", "/health"),
                                Set.of("fine")),
                        shell("never", "sleep 300", AT_ONCE, Set.of("stuck"))))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageMatching(
                        "(?s)component 'stuck' was not ready within 700 ms: http://127.0.0.1:\\d+/health: .*"
                                + "last lines of its log .*stuck.log:\n  waiting for godot");
        assertThat(startedPids())
                .hasSize(2)
                .allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        assertThat(order()).doesNotContain("never started");
        assertThat(run.resolve("work")).doesNotExist();
    }

    @Test
    void saysWhatEndedBeforeItWasReady() {
        assertThatThrownBy(() ->
                        start(shell("broken", "echo no such column >&2; exit 3", new Ready.Tcp("http"), Set.of())))
                .hasMessageContaining("component 'broken' ended with exit code 3 before it was ready")
                .hasMessageContaining("no such column");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            ComponentSpec component = new ComponentSpec(
                    "old",
                    new Kind.Command(List.of("sleep", "300")),
                    Optional.empty(),
                    Map.of("http", port),
                    Map.of(),
                    AT_ONCE,
                    Set.of(),
                    Duration.ofSeconds(1));

            assertThatThrownBy(() -> start(component))
                    .hasMessageContaining(
                            "component 'old' cannot listen on its port 'http': another process listens on " + port);
        }
    }

    @Test
    void givesAComponentAPlaceOfItsOwnInTheEvidence() {
        ComponentSpec tap = shell("tap", "echo seen > ${observed}/seen; exec sleep 300", AT_ONCE, Set.of());
        try (Environment environment = start(tap, shell("other", "exec sleep 300", AT_ONCE, Set.of()))) {
            await().until(() -> Files.exists(run.resolve("observed/tap/seen")));
            assertThat(environment.component("other").alive()).isTrue();
        }
        assertThat(run.resolve("observed")).isDirectoryNotContaining("glob:**/other");
    }

    private Environment start(ComponentSpec... components) {
        return Environments.start(
                Environments.of(List.of(), components), Environments.settings(run), new PlainNetwork(), events);
    }

    private static ComponentSpec shell(String name, String script, Ready ready, Set<String> after) {
        return Environments.shell(name, script, ready, after);
    }

    private List<String> order() {
        return events.processes(ProcessEvent.class)
                .map(event -> event.component()
                        + switch (event) {
                            case ProcessEvent.Started started -> " started";
                            case ProcessEvent.Ready ready -> " ready";
                            case ProcessEvent.Ended ended -> " ended";
                        })
                .toList();
    }

    private List<Long> startedPids() {
        return events.processes(ProcessEvent.Started.class)
                .map(ProcessEvent.Started::pid)
                .toList();
    }
}
