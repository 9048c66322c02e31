package dev.cutover.scenarios.load;

import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.running.Await;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.recorder.Recorder;
import dev.cutover.rehearse.load.ProgramSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A load's program: started, talked with until it is told to stop, and ended. */
final class ProgramLoad {
    private static final int WENT_WRONG = 4;
    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    private final ProgramSpec spec;
    private final OwnInjection injection;
    private final Path scratch;
    private final AtomicReference<String> wrong = new AtomicReference<>("");

    /** @param scratch the directory that the program runs in */
    ProgramLoad(ProgramSpec spec, OwnInjection injection, Path scratch) {
        this.spec = spec;
        this.injection = injection;
        this.scratch = scratch;
    }

    /** Returns the exit code of this process: 0 after a load that was told to stop. */
    int run() throws IOException {
        Process process = start();
        try (Recorder recorder = Recorder.open(injection.task())) {
            Thread conversation = Thread.ofPlatform()
                    .name("conversation")
                    .daemon()
                    .start(() -> converse(process, new LineProtocol(recorder)));
            Optional<String> failure = failure(process, conversation);
            kill(process);
            failure.ifPresent(why -> System.err.println("the load's program " + why));
            return failure.isPresent() ? WENT_WRONG : 0;
        } finally {
            kill(process);
        }
    }

    /** With all that it started; itself first, so that it does not complain of the others' end. */
    private static void kill(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(Spawner.dyingWithItsStarter());
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(scratch.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        // A recorder of its own, if it wants one, gives other ids than the one here.
        builder.environment()
                .putAll(injection
                        .task()
                        .withInjector(OperationIds.FIRST_INJECTOR + 1)
                        .variables());
        return builder.start();
    }

    private void converse(Process process, LineProtocol protocol) {
        var lines = new ProgramLines(process.getInputStream());
        try (BufferedWriter answers = process.outputWriter()) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<String> answer = protocol.say(line);
                if (answer.isPresent()) {
                    answers.write(answer.get() + "\n");
                    answers.flush();
                }
            }
        } catch (WrongLine e) {
            wrong.set(
                    "wrote what is no line of the protocol (other text belongs on standard error): " + e.getMessage());
        } catch (IOException e) {
            // It has ended, or closed its end: the lines are over.
        } catch (RuntimeException e) {
            wrong.set("said what cannot be written down: " + e);
        }
    }

    private boolean over(Process process) {
        return !process.isAlive() || !wrong.get().isEmpty();
    }

    /** What went wrong, if anything did. */
    private Optional<String> failure(Process process, Thread conversation) {
        OwnInjection.Course course = injection.seeThrough(() -> over(process));
        if (course == OwnInjection.Course.TOLD_TO_STOP) {
            end(process);
        }
        hearOut(conversation, process);
        if (!wrong.get().isEmpty()) {
            return Optional.of(wrong.get());
        }
        return switch (course) {
            case TOLD_TO_STOP -> Optional.empty();
            case NEVER_BEGAN ->
                Optional.of("has begun no operation within " + OwnInjection.FIRST.toSeconds()
                        + " s; it must write an invoke to standard output, and flush it");
            case FELL_SILENT ->
                Optional.of(
                        "has begun nothing for " + OwnInjection.SILENCE.toSeconds()
                                + " s, though nobody told it to stop; does it read every answer, and do its requests time out?");
            case ENDED_BY_ITSELF ->
                Optional.of("ended by itself with exit code " + process.exitValue() + " after " + injection.operations()
                        + " operations, before it was told to stop");
        };
    }

    private void end(Process process) {
        Duration grace = injection.grace();
        if (!Await.until(grace, OwnInjection.LOOK, () -> over(process))) {
            kill(process);
            System.err.println("the load's program did not end within " + grace.toSeconds()
                    + " s of the end of the load and was killed; what it has not completed is of unknown outcome");
        }
    }

    /** What it wrote last may still be on its way. */
    private static void hearOut(Thread conversation, Process process) {
        if (!process.isAlive()) {
            boolean unused = Await.until(LAST_LINES, () -> !conversation.isAlive());
        }
    }
}
