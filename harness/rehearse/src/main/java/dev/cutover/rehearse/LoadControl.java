package dev.cutover.rehearse;

import java.nio.file.Path;

/** The load of a run: one injector, one journal. */
public interface LoadControl extends AutoCloseable {

    /** Where its journal is, or will be. */
    Path journal();

    /**
     * Starts the injector and returns when it is warmed up and sending.
     *
     * @throws RehearsalException if it does not
     */
    void start() throws InterruptedException;

    /** False once the injector has ended by itself. */
    boolean alive();

    /** The last that the injector wrote: of one that ended by itself mostly why. */
    String lastWords();

    /** Ends the load and returns when no operation is under way any more. */
    void stop() throws InterruptedException;

    @Override
    void close();
}
