package dev.cutover.rehearse;

import dev.cutover.environment.ComponentControl;
import java.util.Map;

/** A component to which nothing happens; doubles say what does. */
public interface IdleComponent extends ComponentControl {

    @Override
    default long pid() {
        return 0;
    }

    @Override
    default boolean alive() {
        return true;
    }

    @Override
    default boolean paused() {
        return false;
    }

    @Override
    default String state() {
        return "idle";
    }

    @Override
    default boolean outOfMemory() {
        return false;
    }

    @Override
    default void kill() {}

    @Override
    default void terminate() {}

    @Override
    default void exhaustMemory() {}

    @Override
    default void pause() {}

    @Override
    default void resume() {}

    @Override
    default void start() {}

    @Override
    default void write(String file, Map<String, String> values) {}
}
