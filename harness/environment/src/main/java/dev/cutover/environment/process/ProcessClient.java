package dev.cutover.environment.process;

import dev.cutover.environment.ClientRun;
import dev.cutover.environment.running.Await;
import java.time.Duration;

/** A client program as a process. */
record ProcessClient(RunningProcess process) implements ClientRun {
    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public boolean awaitEnd(Duration limit) {
        return Await.until(limit, () -> !process.alive());
    }

    @Override
    public void kill() {
        process.kill();
    }
}
