package dev.cutover.harness.environment;

/** A running component, as a fault sees it. Methods return when their effect is complete and throw {@link IllegalStateException} when it cannot be had. */
public interface ComponentControl {

    String name();

    long pid();

    boolean alive();

    /** True while stopped by {@link #pause()} (state T, all descendants included). */
    boolean paused();

    /** kill -9, descendants included. */
    void kill();

    void pause();

    void resume();

    /** Starts it again with the same command, addresses and state; returns when it is ready. */
    void start();
}
