package dev.cutover.chaos.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.chaos.network.ToxiproxyClient;
import dev.cutover.chaos.network.ToxiproxyException;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.AllowedHosts;
import java.time.Instant;
import java.util.Optional;

/** Undoes a fault of a crashed testbed from what its intent recorded. */
final class Undo {

    private Undo() {}

    /** Says what was done. */
    static String of(JsonNode intent, Instant recorded) {
        JsonNode proxy = intent.path("proxy");
        JsonNode identity = proxy.isObject() ? proxy : intent;
        Optional<ProcessHandle> process =
                Healer.recordedProcess(identity, recorded).find();
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
                AllowedHosts.require("the admin address of a proxy in events.jsonl", host),
                Integer.parseInt(text.substring(colon + 1)));
    }

    private static String resume(ProcessHandle root) {
        ProcessTree.resume(root);
        return "sent SIGCONT to process " + root.pid() + " and its descendants";
    }
}
