package dev.cutover.scenarios.cli;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.rehearse.RehearsalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns an exception into one clear message and exit code 3; only what nobody foresaw shows a stack. */
public final class Errors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
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

    private static String message(Exception e) {
        if (e instanceof UncheckedIOException && e.getCause() != null) {
            return e.getMessage() + " (" + e.getCause() + ")";
        }
        return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
    }
}
