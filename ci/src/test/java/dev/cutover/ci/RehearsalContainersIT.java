package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A full rehearsal in containers")
@EnabledIf("dev.cutover.ci.Containers#engineAnswers")
class RehearsalContainersIT {

    private static final int INCONCLUSIVE = 2;

    /** Of the reference environment; the first that there is of a run. */
    private static final int NETWORKS = 13;

    @TempDir
    private Path directory;

    @Test
    void has_the_findings_that_the_same_plan_has_as_processes_and_is_isolated()
            throws IOException, InterruptedException {
        RunFiles contained = rehearsed("containers", 0, "--seed", "43");
        RunFiles processes = rehearsed("processes", 0, "--seed", "43");

        assertThat(results(contained)).isEqualTo(results(processes)).hasSizeGreaterThan(15);
        assertThat(contained.verdict().path("run").path("runtime").asText()).isEqualTo("containers");
        noClientSharesANetworkWithItsServer(contained);
    }

    @Test
    void of_a_broken_bridge_is_no_go_by_its_checker() throws IOException, InterruptedException {
        RunFiles run = rehearsed("containers", 1, "--seed", "43", "--bridge", "without-back-sync");

        assertThat(run.checkers("FAIL")).contains("no-acknowledged-loss");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 20})
    void that_is_killed_leaves_nothing_after_it_was_healed(int containers) throws IOException, InterruptedException {
        int volumes = Containers.volumes();
        CommandLine rehearse = started(containers);
        rehearse.process().destroyForcibly().waitFor();
        Path run = rehearse.runDirectory().orElseThrow();

        CommandLine heal = CommandLine.start(directory, "heal", run.toString());

        assertThat(heal.exitCode()).as(heal.text()).isZero();
        assertThat(Containers.of(run)).isEmpty();
        assertThat(Containers.volumes()).isLessThanOrEqualTo(volumes);
    }

    @Test
    void that_is_interrupted_while_it_starts_leaves_nothing() throws IOException, InterruptedException {
        CommandLine rehearse = started(8);

        rehearse.interrupt();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(rehearse.text()).contains("interrupted").doesNotContain("Exception");
        assertThat(Containers.of(rehearse.runDirectory().orElseThrow())).isEmpty();
    }

    /** Before the engine is spoken to; and when all is up and the load is not there yet. */
    @ParameterizedTest
    @ValueSource(strings = {"environment: starting", "environment done"})
    void that_is_interrupted_at_a_change_leaves_nothing_and_says_so(String line)
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--runtime", "containers", "--seed", "7");
        rehearse.awaitLine(line);

        rehearse.interrupt();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(rehearse.text())
                .contains("interrupted: everything is healed, stopped and saved")
                .doesNotContain("NOT", "Shutdown in progress");
        assertThat(Containers.of(rehearse.runDirectory().orElseThrow())).isEmpty();
    }

    private CommandLine started(int containers) throws IOException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--runtime", "containers", "--seed", "7");
        await().atMost(Duration.ofMinutes(5))
                .until(() -> rehearse.runDirectory().isPresent()
                        && Containers.of(rehearse.runDirectory().orElseThrow()).size() > NETWORKS + containers);
        return rehearse;
    }

    private RunFiles rehearsed(String runtime, int code, String... options) throws IOException, InterruptedException {
        String[] command = new String[options.length + 3];
        command[0] = "rehearse";
        command[1] = "--runtime";
        command[2] = runtime;
        System.arraycopy(options, 0, command, 3, options.length);
        CommandLine rehearse = CommandLine.start(directory, command);
        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(code);
        Path run = rehearse.runDirectory().orElseThrow();
        assertThat(Containers.of(run)).isEmpty();
        return new RunFiles(run);
    }

    private static Map<String, String> results(RunFiles run) throws IOException {
        Map<String, String> results = new HashMap<>();
        for (JsonNode finding : run.verdict().path("findings")) {
            results.put(finding.path("checker").asText(), finding.path("result").asText());
        }
        for (JsonNode gate : run.verdict().path("gates")) {
            // Which phases have enough operations to be compared differs from run to run.
            results.merge(
                    gate.path("gate").asText(),
                    gate.path("result").asText(),
                    (one, other) -> one.equals(other) ? one : one + " and " + other);
        }
        return results;
    }

    private static void noClientSharesANetworkWithItsServer(RunFiles run) throws IOException {
        Map<String, Set<String>> networks = new HashMap<>();
        for (JsonNode seen : run.events("isolation")) {
            assertThat(seen.path("internal").asBoolean()).isTrue();
            assertThat(seen.path("publishedPorts").asInt()).isZero();
            Set<String> own = new HashSet<>();
            seen.path("networks").forEach(network -> own.add(network.asText()));
            networks.put(seen.path("component").asText(), own);
        }
        for (String link : new String[] {
            "bridge old", "bridge new", "bridge kafka", "sync old-db", "old payments", "injector bridge"
        }) {
            String[] ends = link.split(" ", -1);
            assertThat(networks.get(ends[0])).as(link).doesNotContainAnyElementsOf(networks.get(ends[1]));
        }
    }
}
