package dev.cutover.environment.container;

import dev.cutover.environment.ClientRun;
import dev.cutover.environment.running.Await;
import java.time.Duration;

/** A client program in a container. */
record ContainerClient(Box box) implements ClientRun {
    @Override
    public long pid() {
        return box.pid();
    }

    @Override
    public boolean alive() {
        return box.alive();
    }

    @Override
    public boolean awaitEnd(Duration limit) {
        return Await.until(limit, () -> !box.alive());
    }

    @Override
    public void kill() {
        if (box.alive()) {
            box.kill();
        }
    }
}
