package dev.cutover.scenarios.cli;

import dev.cutover.record.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option {@code --json}: the answer for programs, and nothing else on standard output. */
final class JsonOption {

    @Option(
            names = "--json",
            description = "Prints JSON and nothing else, as docs/command-line.md describes it; exit codes as without.")
    private boolean asked;

    boolean asked() {
        return asked;
    }

    static void print(PrintWriter out, Object answer) throws IOException {
        out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        out.flush();
    }
}
