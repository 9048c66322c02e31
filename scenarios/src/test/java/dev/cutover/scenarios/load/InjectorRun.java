package dev.cutover.scenarios.load;

import dev.cutover.harness.load.Injector;
import dev.cutover.harness.load.InjectorCommand;
import dev.cutover.harness.load.InjectorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real injector process in a directory of its own. */
final class InjectorRun implements AutoCloseable {
    final Path journal;
    final Path log;
    final Injector injector;

    InjectorRun(URI target, double operationsPerSecond, Path directory) throws IOException {
        journal = directory.resolve("injector-1.slots");
        log = directory.resolve("injector.log");
        InjectorSettings settings = new InjectorSettings(
                target,
                42,
                500,
                operationsPerSecond,
                Duration.ofSeconds(30),
                journal,
                directory.resolve("injector-1.health.json"),
                null);
        injector = Injector.start(
                settings, InjectorCommand.ofThisJvm(), InjectorRun::launch, directory.resolve("scratch"), log);
    }

    private static ProcessHandle launch(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        injector.close();
    }
}
