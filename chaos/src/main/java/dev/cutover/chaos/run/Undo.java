package dev.cutover.chaos.run;

import dev.cutover.chaos.network.ToxiproxyClient;
import dev.cutover.chaos.network.ToxiproxyException;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Inside;
import dev.cutover.record.event.FaultEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Undoes a fault of a crashed testbed from what its intent recorded. */
final class Undo {

    private Undo() {}

    /** Says what was done. */
    static String of(FaultEvent.@Nullable Undo undo, Instant recorded) throws IOException, InterruptedException {
        if (undo == null) {
            return "it needs no undoing from outside";
        }
        Optional<ProcessHandle> process = new RecordedProcess(undo.pid(), undo.startTicks(), recorded).find();
        if (process.isEmpty()) {
            return "process " + undo.pid() + " is gone, and the fault with it";
        }
        FaultEvent.Proxy proxy = undo.proxy();
        return proxy == null ? resume(process.get()) : clear(proxy, process.get());
    }

    private static String clear(FaultEvent.Proxy proxy, ProcessHandle process) {
        try {
            var client = new ToxiproxyClient(admin(proxy.admin()));
            var toxics = client.proxy(proxy.name()).toxics();
            toxics.reversed().forEach(toxic -> client.remove(proxy.name(), toxic.name()));
            client.enable(proxy.name(), true);
            return "removed " + toxics.size() + " toxics from proxy " + proxy.name() + " and enabled it";
        } catch (ToxiproxyException wedged) {
            process.destroyForcibly();
            return "ended proxy " + proxy.name() + " (process " + process.pid() + "), which could not be healed: "
                    + wedged.getMessage();
        }
    }

    private static Address admin(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon));
        return new Address(
                Inside.require("the admin address of a proxy in events.jsonl", host),
                Integer.parseInt(text.substring(colon + 1)));
    }

    private static String resume(ProcessHandle root) throws IOException, InterruptedException {
        String pids = Stream.concat(Stream.of(root), root.descendants())
                .map(process -> Long.toString(process.pid()))
                .collect(Collectors.joining(" "));
        // There is no way to send a signal other than SIGTERM and SIGKILL from Java.
        Process kill =
                new ProcessBuilder("sh", "-c", "kill -CONT " + pids).inheritIO().start();
        if (kill.waitFor() != 0) {
            throw new IOException("`kill -CONT " + pids + "` failed with exit code " + kill.exitValue());
        }
        return "sent SIGCONT to " + pids;
    }
}
