package dev.cutover.environment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running component, as a fault sees it. Methods return when their effect is complete and throw
 * {@link IllegalStateException} when it cannot be had.
 */
public interface ComponentControl {

    String name();

    long pid();

    boolean alive();

    /** True while all of it is stopped by {@link #pause()}, as the operating system or the engine says. */
    boolean paused();

    /** What the operating system or the engine says of it now, for a message. */
    String state();

    /** kill -9, descendants included. */
    void kill();

    /** True once it has ended because its memory limit was reached, as the engine says, until it is started again. */
    boolean outOfMemory();

    /** SIGTERM; returns at once. Killing it afterwards ends it for sure. */
    void terminate();

    /**
     * Sets a memory limit as low as what it uses, and reaches it: the kernel ends it. Starting it again lifts the
     * limit.
     *
     * @throws IllegalStateException if it is no container, for only those have a limit
     */
    void exhaustMemory();

    void pause();

    void resume();

    /** Starts it again with the same command, addresses and state; returns when it is ready. */
    void start();

    /**
     * Runs a program beside the component, where its own runs: with its environment, its files and its links, and ends it with the component.
     *
     * @param values what {@code ${name}} stands for in the command, besides the component's own placeholders
     * @throws IllegalStateException if it cannot be started; one that ends badly, or not in time, is a result
     */
    Ran run(List<String> command, Map<String, String> values, Duration limit) throws InterruptedException;

    /**
     * Writes one of the component's files again from its template.
     *
     * @param values what {@code ${name}} stands for, besides the component's own placeholders
     * @throws IllegalStateException if it has no such file
     */
    void write(String file, Map<String, String> values);

    /**
     * How a program ended.
     *
     * @param exit its code; null if it was ended at the limit
     * @param output the end of what it printed
     */
    record Ran(@Nullable Integer exit, String output) {
        public boolean well() {
            return exit != null && exit == 0;
        }
    }
}
