package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.Kind;
import dev.cutover.harness.environment.running.FileTree;
import dev.cutover.harness.environment.running.PostgresSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server on a copy of the template. */
record PostgresLaunch(Kind.Postgres kind, PostgresBinaries binaries, Address address, Path directory)
        implements Launch {

    @Override
    public void prepare() throws IOException {
        FileTree.copy(binaries.template(kind.database()), directory);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(binaries.command("postgres"));
        command.addAll(List.of("-D", directory.toString(), "-p", Integer.toString(address.port())));
        // No socket file: everything connects by TCP.
        command.addAll(List.of("-c", "unix_socket_directories="));
        PostgresSettings.listeningAt(address.host())
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }
}
