package dev.cutover.environment.process;

import dev.cutover.environment.ComponentControl.Ran;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.running.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The programs that run beside a component, as if they were in one container with it. Safe for many threads. */
final class ProgramsBeside {
    private final String component;
    private final Map<String, String> environment;
    private final Path work;
    private final Spawner spawner;
    private final RunLog log;
    private final Set<RunningProcess> running = ConcurrentHashMap.newKeySet();

    ProgramsBeside(String component, Map<String, String> environment, Path work, Spawner spawner, RunLog log) {
        this.component = component;
        this.environment = environment;
        this.work = work;
        this.spawner = spawner;
        this.log = log;
    }

    /**
     * Runs one to its end.
     *
     * @param allowed whether the component runs
     */
    Ran run(List<String> command, Duration limit, BooleanSupplier allowed) throws InterruptedException {
        Path output = log.begin();
        RunningProcess program = spawner.start(new ProcessSpec(component + "-run", command, environment, work, output));
        running.add(program);
        try {
            // The component may have been killed before this one could be killed with it.
            if (!allowed.getAsBoolean()) {
                program.kill();
            }
            boolean ended = Await.until(limit, () -> !program.alive());
            // Killing waits, too.
            boolean interrupted = Thread.interrupted();
            if (!ended) {
                program.kill();
            }
            Ran ran = log.end(command, output, ended ? program.exit() : null);
            if (interrupted) {
                throw new InterruptedException("while a program ran beside " + component);
            }
            return ran;
        } finally {
            running.remove(program);
            spawner.forget(program);
        }
    }

    void kill() {
        running.forEach(RunningProcess::kill);
    }

    void pause() {
        running.forEach(program -> ProcessTree.stop(program.handle()));
    }

    void resume() {
        running.forEach(RunningProcess::resume);
    }
}
