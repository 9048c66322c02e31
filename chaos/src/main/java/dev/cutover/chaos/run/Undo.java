package dev.cutover.chaos.run;

import dev.cutover.chaos.toxiproxy.ToxiproxyClient;
import dev.cutover.chaos.toxiproxy.ToxiproxyException;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.process.RecordedProcess;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.AllowedHosts;
import dev.cutover.record.event.FaultEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Undoes a fault of a crashed testbed from what its intent recorded. */
final class Undo {

    private Undo() {}

    /** Says what was done. */
    static String of(FaultEvent.@Nullable Undo undo, Instant recorded) {
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
                AllowedHosts.require("the admin address of a proxy in events.jsonl", host),
                Integer.parseInt(text.substring(colon + 1)));
    }

    private static String resume(ProcessHandle root) {
        ProcessTree.resume(root);
        return "sent SIGCONT to process " + root.pid() + " and its descendants";
    }
}
