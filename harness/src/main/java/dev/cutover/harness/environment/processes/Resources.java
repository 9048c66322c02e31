package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Network;
import dev.cutover.harness.evidence.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an environment holds besides its components. */
record Resources(ProcessSettings settings, Spawner spawner, FreePorts ports, Network network) {

    static Resources open(ProcessSettings settings, NetworkOpener opener, EventLog events) {
        Spawner spawner = Spawner.recording(events);
        FreePorts ports = new FreePorts();
        try {
            return new Resources(
                    settings,
                    spawner,
                    ports,
                    opener.open(spawner, ports, settings.run().logs()));
        } catch (RuntimeException e) {
            spawner.close();
            ports.close();
            throw e;
        }
    }

    /** May be called twice. */
    void close() {
        try {
            network.close();
        } finally {
            spawner.close();
            ports.close();
            deleteWork();
        }
    }

    private void deleteWork() {
        if (settings.keepWork()) {
            return;
        }
        try {
            FileTree.delete(settings.run().work());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot delete the scratch space " + settings.run().work(), e);
        }
    }
}
