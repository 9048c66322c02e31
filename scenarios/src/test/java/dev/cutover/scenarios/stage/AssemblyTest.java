package dev.cutover.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AssemblyTest {

    private static final Path PLAN = Path.of("examples/notes/plan.yaml");

    @TempDir
    private Path home;

    private final List<Long> started = new ArrayList<>();

    /** That is how Ctrl-C comes: between the environment and the load, who called has neither. */
    @Test
    void leaves_nothing_when_it_is_interrupted_as_soon_as_the_environment_is_up() throws IOException {
        var run = new RunDirectory(home.resolve("run"));
        Files.createDirectories(run.journal());
        try (FileEventLog events = FileEventLog.open(run.events(), this::interruptWhenUp)) {
            Assembly assembly = assembly();

            assertThatThrownBy(() -> assembly.assemble(run, events)).isInstanceOf(RuntimeException.class);

            assertThat(Thread.interrupted()).as("is interrupted still").isTrue();
        }
        assertThat(started).hasSize(1).noneMatch(AssemblyTest::runs);
        assertThat(run.work()).doesNotExist();
    }

    private synchronized void interruptWhenUp(LogEntry entry) {
        if (entry.event() instanceof ProcessEvent.Started process) {
            started.add(process.pid());
        }
        if (entry.event() instanceof StepEvent.Ended ended && ended.step() == Step.ENVIRONMENT) {
            Thread.currentThread().interrupt();
        }
    }

    /** The plan's systems are one process, which no link leads to. */
    private Assembly assembly() throws IOException {
        Path environment = Files.writeString(
                home.resolve("env.yaml"), "name: one\ncomponents: { one: { command: [sleep, '300'] } }\nlinks: {}\n");
        ResolvedPlan notes = new PlanReader(Faults.KINDS).read(PLAN, List.of());
        var resolved = new ResolvedPlan(PLAN, notes.plan(), EnvironmentReader.read(environment));
        var choice = new RuntimeChoice(RuntimeChoice.Name.PROCESSES, "as asked for");
        proxyThatNobodyNeeds();
        return new Assembly(resolved, Optional.empty(), 1, choice, new Images(Map.of()), home);
    }

    private void proxyThatNobodyNeeds() throws IOException {
        Path bin = Files.createDirectories(home.resolve(".cutover/cache/bin"));
        Path proxy = Files.writeString(bin.resolve("toxiproxy-server"), "#!/bin/sh\necho version 2.12.0\n");
        Files.setPosixFilePermissions(proxy, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessTree::alive).isPresent();
    }
}
