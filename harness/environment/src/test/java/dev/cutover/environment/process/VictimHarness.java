package dev.cutover.environment.process;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.record.event.FileEventLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A testbed of its own, to be killed: starts two databases, says so by a file, and then waits for ever. */
final class VictimHarness {
    private VictimHarness() {}

    public static void main(String[] arguments) throws Exception {
        Path run = Files.createDirectories(Path.of(arguments[0]));
        ComponentSpec one = Environments.postgres("one");
        ComponentSpec other = Environments.postgres("other");
        try (FileEventLog events = FileEventLog.open(run.resolve("events.jsonl"));
                Environment environment = Environments.start(
                        Environments.of(List.of(), one, other),
                        Environments.settings(run),
                        new PlainNetwork(),
                        events)) {
            Files.writeString(
                    run.resolve("up"),
                    Long.toString(environment.component("one").pid()));
            new CountDownLatch(1).await();
        }
    }
}
