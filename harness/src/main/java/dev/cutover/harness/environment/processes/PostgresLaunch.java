package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server on a copy of the template. */
record PostgresLaunch(Kind.Postgres kind, PostgresBinaries binaries, Address address, Path directory)
        implements Launch {
    // Processes are killed, never the machine: what the system has taken is kept without fsync.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_wal_senders", "8"),
            Map.entry("max_replication_slots", "8"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("wal_sender_timeout", "5s"),
            Map.entry("tcp_keepalives_idle", "5"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("log_line_prefix", "%m [%p] %a "),
            Map.entry("listen_addresses", "127.0.0.1"));

    @Override
    public void prepare() throws IOException {
        FileTree.copy(binaries.template(kind.database()), directory);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(binaries.command("postgres"));
        command.addAll(List.of("-D", directory.toString(), "-p", Integer.toString(address.port())));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    @Override
    public Probe.Look look() {
        return Probe.postgres(address, kind.database());
    }
}
