package dev.cutover.environment;

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
}
