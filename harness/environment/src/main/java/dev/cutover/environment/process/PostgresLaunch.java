package dev.cutover.environment.process;

import dev.cutover.environment.running.FileTree;
import dev.cutover.environment.running.PostgresSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on a copy of the template. The last run's copy is used again where there is one: it has over a
 * thousand files, and a file system (ext4) in which as many were deleted minutes ago takes ten times as long to make
 * new ones.
 *
 * @param password what it asks for; nothing where nobody else can connect
 */
record PostgresLaunch(
        Kind.Postgres kind,
        PostgresBinaries binaries,
        Address address,
        Optional<String> password,
        Path directory,
        boolean keep)
        implements Launch {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLaunch.class);

    @Override
    public void prepare() throws IOException {
        Path template = binaries.template(kind.database());
        move(binaries.spare(kind.database()), directory);
        FileTree.mirror(template, directory);
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                "host all,replication all all " + (password.isPresent() ? "scram-sha-256" : "trust") + "\n");
        if (password.isPresent()) {
            binaries.setPassword(directory, password.get());
        }
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

    @Override
    public void retire() {
        if (!keep) {
            move(directory, binaries.spare(kind.database()));
        }
    }

    /** Nothing is lost if it cannot be: there is none, another run left or took one, or it is on another disk. */
    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.debug("not moved: {}", e.toString());
        }
    }
}
