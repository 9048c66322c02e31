package dev.cutover.scenarios.load;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.rehearse.load.Injector;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real injector process in a directory of its own. */
final class InjectorRun implements AutoCloseable {
    final Path journal;
    final Path log;
    final Injector injector;

    InjectorRun(URI target, LoadModel load, KeySource keys, Path directory) throws IOException {
        journal = directory.resolve("injector-1.slots");
        log = directory.resolve("injector.log");
        InjectorSettings settings = new InjectorSettings(
                target, 42, keys, load, List.of(), journal, directory.resolve("injector-1.health.json"), null);
        injector = Injector.start(
                InjectorMain.program(load), settings, InjectorRun::launch, directory.resolve("scratch"), log);
    }

    /** From the classes under test, as no jar was built yet. */
    private static ClientRun launch(ClientProgram client) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(client.program().flags());
        command.addAll(client.options());
        command.addAll(List.of(
                "-cp",
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path")),
                                client.classPath().stream().map(Path::toString))
                        .collect(Collectors.joining(File.pathSeparator)),
                client.program().main()));
        try {
            return new Launched(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(client.log().toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        injector.close();
    }

    private record Launched(Process process) implements ClientRun {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean alive() {
            return process.isAlive();
        }

        @Override
        public boolean awaitEnd(Duration limit) {
            try {
                return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void kill() {
            process.destroyForcibly().onExit().join();
        }
    }
}
