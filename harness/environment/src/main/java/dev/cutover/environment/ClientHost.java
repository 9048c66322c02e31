package dev.cutover.environment;

/** Where programs of the testbed run that must see an environment as its clients do. */
@FunctionalInterface
public interface ClientHost {
    /** Starts it and returns at once. */
    ClientRun startClient(ClientProgram program);
}
