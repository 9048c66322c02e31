package dev.cutover.chaos.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.chaos.toxiproxy.ToxiproxyClient;
import dev.cutover.chaos.toxiproxy.ToxiproxyException;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Inside;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Undoes a fault of a crashed testbed from what its intent recorded. */
final class Undo {

    private Undo() {}

    /** Says what was done. */
    static String of(JsonNode intent, Instant recorded) throws IOException, InterruptedException {
        JsonNode proxy = intent.path("proxy");
        JsonNode identity = proxy.isObject() ? proxy : intent;
        Optional<ProcessHandle> process = RecordedProcess.of(identity, recorded).find();
        if (process.isEmpty()) {
            return "process " + identity.path("pid").asText("(not recorded)") + " is gone, and the fault with it";
        }
        return proxy.isObject() ? clear(proxy, process.get()) : resume(process.get());
    }

    private static String clear(JsonNode proxy, ProcessHandle process) {
        String name = proxy.path("name").asText();
        try {
            var client = new ToxiproxyClient(admin(proxy.path("admin").asText()));
            var toxics = client.proxy(name).toxics();
            toxics.reversed().forEach(toxic -> client.remove(name, toxic.name()));
            client.enable(name, true);
            return "removed " + toxics.size() + " toxics from proxy " + name + " and enabled it";
        } catch (ToxiproxyException wedged) {
            process.destroyForcibly();
            return "ended proxy " + name + " (process " + process.pid() + "), which could not be healed: "
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
