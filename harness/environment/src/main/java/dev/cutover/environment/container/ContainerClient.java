package dev.cutover.environment.container;

import dev.cutover.environment.ClientRun;
import dev.cutover.environment.running.Await;
import java.time.Duration;

/** A client program in a container. */
record ContainerClient(DockerContainer container) implements ClientRun {
    @Override
    public long pid() {
        return container.pid();
    }

    @Override
    public boolean alive() {
        return container.alive();
    }

    @Override
    public boolean awaitEnd(Duration limit) {
        return Await.until(limit, () -> !container.alive());
    }

    @Override
    public void kill() {
        if (container.alive()) {
            container.kill();
        }
    }
}
