package dev.cutover.environment.running;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a component's PostgreSQL server is set. */
public final class PostgresSettings {
    // Processes are killed, never the machine: what the system has taken is kept without fsync.
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("fsync", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "logical"),
            // So that a row can say who wrote it: pg_xact_commit_timestamp_origin.
            Map.entry("track_commit_timestamp", "on"),
            Map.entry("max_wal_senders", "8"),
            Map.entry("max_replication_slots", "8"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("wal_sender_timeout", "5s"),
            Map.entry("tcp_keepalives_idle", "5"),
            Map.entry("log_line_prefix", "%m [%p] %a "));

    private PostgresSettings() {}

    public static Map<String, String> listeningAt(String host) {
        Map<String, String> settings = new LinkedHashMap<>(COMMON);
        settings.put("listen_addresses", host);
        return settings;
    }
}
