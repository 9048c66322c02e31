package dev.cutover.scenarios.stage;

import dev.cutover.environment.container.Engine;
import dev.cutover.environment.spec.EnvironmentException;
import java.util.Locale;

/**
 * What a rehearsal runs on.
 *
 * @param reason why, for the first line of a run
 */
public record RuntimeChoice(Name name, String reason) {

    /** The runtimes there are. */
    public enum Name {
        PROCESSES,
        CONTAINERS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a user may ask for. */
    public enum Wanted {
        AUTO,
        PROCESSES,
        CONTAINERS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Containers where a Docker engine answers, else processes, unless one is asked for.
     *
     * @throws EnvironmentException if containers are asked for and no engine answers
     */
    public static RuntimeChoice of(Wanted wanted) {
        if (wanted == Wanted.PROCESSES) {
            return new RuntimeChoice(Name.PROCESSES, "as asked for");
        }
        Engine.Look engine = Engine.look();
        if (engine.answers()) {
            return new RuntimeChoice(Name.CONTAINERS, engine.found());
        }
        if (wanted == Wanted.CONTAINERS) {
            throw new EnvironmentException(engine.found() + "; start one (dockerd), or use --runtime processes");
        }
        return new RuntimeChoice(Name.PROCESSES, engine.found());
    }
}
