package dev.cutover.environment.container;

import dev.cutover.environment.ClientRun;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.running.StopMode;
import java.time.Duration;

/**
 * A client program in a container.
 *
 * @param grace from SIGTERM to SIGKILL when it is removed
 */
record ContainerClient(DockerContainer container, Duration grace) implements ClientRun {
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

    void remove(StopMode mode) {
        container.remove(mode.within(grace));
    }
}
