package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Bad input and bad days: one clear message, the right exit code, nothing lost, nothing left")
class BadDaysIT {

    private static final int TESTBED_ERROR = 3;
    private static final int INCONCLUSIVE = 2;

    @TempDir
    private Path directory;

    @Test
    void a_typo_in_a_plan_is_named_with_its_place() throws IOException, InterruptedException {
        Path reference =
                Path.of("../scenarios/plans/reference.yaml").toAbsolutePath().normalize();
        Path plan = directory.resolve("typo.yaml");
        Files.writeString(plan, Files.readString(reference).replace("    hold: 9 s", "    holds: 9 s"));

        CommandLine rehearse = CommandLine.start(directory, "rehearse", plan.toString());

        assertThat(rehearse.exitCode()).isEqualTo(TESTBED_ERROR);
        assertThat(rehearse.text()).contains("typo.yaml:").containsPattern("'holds'|'hold'");
        assertThat(directory.resolve("runs")).doesNotExist();
    }

    @Test
    void a_fault_that_does_not_exist_is_refused_before_anything_starts() throws IOException, InterruptedException {
        Path reference =
                Path.of("../scenarios/plans/reference.yaml").toAbsolutePath().normalize();
        Path plan = directory.resolve("fault.yaml");
        Files.writeString(plan, Files.readString(reference).replace("fault: ack-lost", "fault: ack-lots"));

        CommandLine rehearse = CommandLine.start(directory, "rehearse", plan.toString());

        assertThat(rehearse.exitCode()).isEqualTo(TESTBED_ERROR);
        assertThat(rehearse.text()).contains("ack-lots").contains("ack-lost");
    }

    @Test
    void no_run_directory_is_said_so() throws IOException, InterruptedException {
        CommandLine check = CommandLine.start(directory, "check", directory.toString());

        assertThat(check.exitCode()).isEqualTo(TESTBED_ERROR);
        assertThat(check.text()).contains("manifest.json");
    }

    @Test
    void an_interruption_heals_stops_saves_and_judges() throws IOException, InterruptedException {
        CommandLine rehearse = startedLoad();
        rehearse.interrupt();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(run().root().resolve("report.html")).isNotEmptyFile();
        assertThat(run().leftovers()).isEmpty();
    }

    @Test
    void an_interruption_while_everything_starts_is_no_error() throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "7");
        // Start-up caches are made before, where there are none.
        await().atMost(Duration.ofMinutes(3))
                .until(() -> rehearse.text().contains("environment: starting")
                        && rehearse.process().toHandle().descendants().count() > 10);
        rehearse.interrupt();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(rehearse.text()).contains("interrupted");
        assertThat(run().leftovers()).isEmpty();
    }

    @Test
    void an_interruption_between_environment_and_load_leaves_nothing_running()
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "7");
        rehearse.awaitLine("environment done");
        rehearse.interrupt();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(rehearse.text()).contains("interrupted: everything is healed, stopped and saved");
        assertThat(run().leftovers()).isEmpty();
    }

    @Test
    void a_killed_injector_makes_the_run_inconclusive() throws IOException, InterruptedException {
        CommandLine rehearse = startedLoad();
        injector(rehearse).destroyForcibly();

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(INCONCLUSIVE);
        assertThat(rehearse.text()).contains("injector");
        assertThat(run().leftovers()).isEmpty();
    }

    @Test
    void a_killed_harness_leaves_nothing_running_and_can_be_healed_and_judged()
            throws IOException, InterruptedException {
        CommandLine rehearse = startedLoad();
        List<ProcessHandle> children =
                rehearse.process().toHandle().descendants().toList();
        rehearse.process().destroyForcibly().waitFor();

        assertThat(children).hasSizeGreaterThan(10);
        await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(RunFiles::running));
        CommandLine heal = CommandLine.start(directory, "heal", "runs/latest");
        assertThat(heal.exitCode()).as(heal.text()).isZero();
        assertThat(run().root().resolve("work")).doesNotExist();
        CommandLine check = CommandLine.start(directory, "check", "runs/latest");
        assertThat(check.exitCode()).as(check.text()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void a_disk_that_is_too_small_is_said_before_anything_starts() throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startOnSmallDisk(directory, 20, "rehearse");

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(TESTBED_ERROR);
        assertThat(rehearse.text()).contains("only 20 MiB are free").contains("--runs");
    }

    @Test
    void a_disk_that_fills_up_ends_the_run_with_a_message_and_leaves_nothing_running()
            throws IOException, InterruptedException {
        CommandLine rehearse = CommandLine.startOnSmallDisk(directory, 600, "rehearse", "--seed", "7");
        awaitLoad(rehearse);
        List<ProcessHandle> children =
                rehearse.process().toHandle().descendants().toList();
        fill(Path.of("/proc/" + rehearse.process().pid() + "/root" + directory.resolve("runs/fill")));

        assertThat(rehearse.exitCode()).as(rehearse.text()).isEqualTo(TESTBED_ERROR);
        assertThat(rehearse.text()).contains("disk");
        assertThat(children).hasSizeGreaterThan(10).noneMatch(RunFiles::running);
    }

    private static void fill(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(1 << 16);
            while (true) {
                channel.write(block.clear());
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private CommandLine startedLoad() throws IOException {
        CommandLine rehearse = CommandLine.start(directory, "rehearse", "--seed", "7");
        awaitLoad(rehearse);
        return rehearse;
    }

    private static void awaitLoad(CommandLine rehearse) {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> rehearse.text().contains("bootstrap done")
                        || !rehearse.process().isAlive());
        assertThat(rehearse.process().isAlive()).as(rehearse.text()).isTrue();
    }

    private static ProcessHandle injector(CommandLine rehearse) {
        return rehearse.process()
                .toHandle()
                .descendants()
                .filter(process -> commandLine(process).contains("InjectorMain"))
                .findFirst()
                .orElseThrow();
    }

    /** From the kernel, since the process API cuts long ones short. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private RunFiles run() {
        return new RunFiles(directory.resolve("runs/latest"));
    }
}
