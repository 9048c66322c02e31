package dev.cutover.kit.program;

import java.util.Map;

/** The main method of every system. */
public final class Program {
    private Program() {}

    /** Starts a system and returns what stops it; throws an IllegalArgumentException if the environment is wrong. */
    @FunctionalInterface
    public interface Start {
        Runnable start(Map<String, String> env) throws Exception;
    }

    /** Runs until SIGTERM; exit code 2 if the environment is wrong. */
    public static void run(Start start) throws Exception {
        try {
            Runnable stop = start.start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
