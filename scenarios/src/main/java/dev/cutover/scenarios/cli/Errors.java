package dev.cutover.scenarios.cli;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.rehearse.RehearsalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns an exception into one clear message and exit code 3; only what nobody foresaw shows a stack. */
public final class Errors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        // Of another thread, it comes wrapped.
        OutOfMemoryError memory = memory(e);
        if (memory != null) {
            return outOfMemory(memory, line);
        }
        boolean foreseen = switch (e) {
            case PlanException expected -> true;
            case EnvironmentException expected -> true;
            case EvidenceException expected -> true;
            case RehearsalException expected -> true;
            case IOException expected -> true;
            case UncheckedIOException expected -> true;
            case IllegalArgumentException expected -> true;
            default -> false;
        };
        line.getErr().println("cutover: " + message(e));
        if (!foreseen) {
            e.printStackTrace(line.getErr());
        }
        return ExitCode.TESTBED_ERROR;
    }

    /** What was read until then is no verdict; a run stays as it was saved, so it can be judged with more. */
    public static int outOfMemory(OutOfMemoryError e, CommandLine line) {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        line.getErr()
                .println("cutover: out of memory (" + e.getMessage() + "): Java may use " + most
                        + " MiB, which is too little for this. A run stays as it was saved: judge it with more, such as"
                        + " JAVA_OPTS=-Xmx" + 2 * most + "m cutover check RUN");
        line.getErr().flush();
        return ExitCode.TESTBED_ERROR;
    }

    private static @Nullable OutOfMemoryError memory(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError found) {
                return found;
            }
        }
        return null;
    }

    private static String message(Exception e) {
        if (e instanceof UncheckedIOException && e.getCause() != null) {
            return e.getMessage() + " (" + e.getCause() + ")";
        }
        return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
    }
}
