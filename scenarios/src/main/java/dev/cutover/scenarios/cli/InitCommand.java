package dev.cutover.scenarios.cli;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.scenarios.cli.Draft.Bridge;
import dev.cutover.scenarios.cli.Draft.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a plan and an environment to begin with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a plan and an environment file for your own systems to begin with, into a new folder. They are valid as they are, and their "
                    + "comments say what to change, and what to do next.",
            "",
            "On a terminal it asks for what no option says; elsewhere, or with --yes, it takes the defaults."
        },
        footer = {"", "Example:  cutover init ledger --bridge file --old 'java -jar old.jar' --yes"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, "3:it could not be written, or what was said cannot be used"})
public final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where to write (default: the migration's name).")
    private @Nullable Path folder;

    @Option(names = "--name", description = "The migration's name (default: the folder's, or my-migration).")
    private @Nullable String name;

    @Option(
            names = "--old",
            paramLabel = "COMMAND",
            description = "How the old system is started: a command, or image:NAME (default: $${here}/old/start.sh).")
    private @Nullable String old;

    @Option(
            names = "--new",
            paramLabel = "COMMAND",
            description = "The same for the new one (default: $${here}/new/start.sh).")
    private @Nullable String next;

    @Option(
            names = "--old-database",
            paramLabel = "KIND",
            description = "postgres, or jdbc for any other (default: postgres).")
    private @Nullable Database oldDatabase;

    @Option(
            names = "--new-database",
            paramLabel = "KIND",
            description = "The same for the new one (default: postgres).")
    private @Nullable Database newDatabase;

    @Option(
            names = "--bridge",
            paramLabel = "KIND",
            description =
                    "How the bridge is told where requests go: http, file (written again, then a reload), or command (default: http).")
    private @Nullable Bridge bridge;

    @Option(names = "--operation", paramLabel = "NAME", description = "What clients write (default: add).")
    private @Nullable String operation;

    @Option(
            names = "--request",
            paramLabel = "REQUEST",
            description = "Its method and path; {key} stands for the key (default: POST /accounts/{key}/items).")
    private @Nullable String request;

    @Option(names = "--yes", description = "Asks nothing.")
    private boolean yes;

    @Option(names = "--force", description = "Writes over the files that are there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean asks = !yes && Boolean.getBoolean("cutover.terminal");
        var questions =
                new Questions(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out, asks);
        write(draft(questions), out);
        return ExitCode.OK;
    }

    private Draft draft(Questions questions) throws IOException {
        String named = questions.text("name of the migration", name, folder == null ? "my-migration" : lastOf(folder));
        return new Draft(
                named,
                folder == null ? named : folder.toString(),
                questions.text("command that starts the old system, or image:NAME", old, "${here}/old/start.sh"),
                questions.text("command that starts the new system, or image:NAME", next, "${here}/new/start.sh"),
                questions.choice("database of the old system", oldDatabase, Database.POSTGRES),
                questions.choice("database of the new system", newDatabase, Database.POSTGRES),
                questions.choice("how the bridge is told where requests go", bridge, Bridge.HTTP),
                questions.text("an operation that writes", operation, "add"),
                questions.text("its request; {key} stands for the key", request, "POST /accounts/{key}/items"));
    }

    private static String lastOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private void write(Draft draft, PrintWriter out) throws IOException {
        Path to = Path.of(draft.folder());
        Map<Path, String> files = draft.files();
        List<Path> there =
                files.keySet().stream().map(to::resolve).filter(Files::exists).toList();
        if (!there.isEmpty() && !force) {
            throw new IllegalArgumentException(
                    there.getFirst() + " is there already; name another folder, or write over it with --force");
        }
        for (var file : files.entrySet()) {
            Path path = to.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
            out.println("wrote " + path);
        }
        Path plan = to.resolve("plan.yaml");
        var unused = new PlanReader(Faults.KINDS).read(plan, List.of());
        out.println("It is valid as it is. Next:");
        out.println("  change what is marked by CHANGE, beginning with env.yaml");
        out.println("  cutover validate " + plan + "   what is wrong, by file and line, and what it can prove at best");
        out.println("  cutover doctor " + plan + "     starts the systems and tries each part once");
        out.println("  cutover rehearse " + plan + "   under load and faults, with a verdict");
        out.flush();
    }
}
