package dev.cutover.sync.capture;

import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Schema;
import java.util.Properties;

/** Debezium's settings for one database: the replication slot alone knows how far the capture came. */
final class CaptureSettings {
    private CaptureSettings() {}

    static Properties of(Database database, String streamParameters) {
        Schema schema = database.schema();
        Properties settings = new Properties();
        settings.setProperty("name", "capture-" + schema.text());
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("topic.prefix", schema.text());
        settings.setProperty("table.include.list", "public." + String.join(",public.", schema.capturedTables()));
        connection(settings, database);
        stream(settings, database, streamParameters);
        values(settings);
        endings(settings);
        return settings;
    }

    private static void connection(Properties settings, Database database) {
        settings.setProperty("database.hostname", database.host());
        settings.setProperty("database.port", Integer.toString(database.port()));
        settings.setProperty("database.dbname", database.name());
        settings.setProperty("database.user", database.parameter("user"));
        settings.setProperty("database.password", database.parameter("password"));
        settings.setProperty("driver.connectTimeout", "2");
        settings.setProperty("driver.socketTimeout", "4");
        // The server gives up a silent link in 3 s, and frees the slot.
        settings.setProperty("driver.options", "-c wal_sender_timeout=3000");
        settings.setProperty("status.update.interval.ms", "500");
        settings.setProperty("database.query.timeout.ms", "3000");
        settings.setProperty("connection.validation.timeout.ms", "3000");
    }

    private static void stream(Properties settings, Database database, String streamParameters) {
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", database.slot());
        settings.setProperty("slot.max.retries", "0");
        settings.setProperty("publication.name", database.publication());
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.setProperty("offset.flush.interval.ms", "500");
        settings.setProperty("provide.transaction.metadata", "true");
        settings.setProperty("message.prefix.include.list", "cutover-marker");
        polling(settings);
        if (!streamParameters.isEmpty()) {
            settings.setProperty("slot.stream.params", streamParameters);
        }
    }

    /**
     * Debezium hands a batch over when it is full or an interval has passed, and burns up to 1 ms of CPU at the end of
     * each interval: batches of one are handed over at once, and the interval can be long.
     */
    private static void polling(Properties settings) {
        settings.setProperty("max.batch.size", "1");
        settings.setProperty("poll.interval.ms", "20");
    }

    private static void values(Properties settings) {
        settings.setProperty("decimal.handling.mode", "string");
        settings.setProperty("tombstones.on.delete", "false");
        settings.setProperty("schema.refresh.mode", "columns_diff_exclude_unchanged_toast");
        settings.setProperty("event.converting.failure.handling.mode", "fail");
        settings.setProperty("extended.headers.enabled", "false");
    }

    /** Any error ends the engine at once: the capture's own loop starts a fresh one. */
    private static void endings(Properties settings) {
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("retriable.restart.connector.wait.ms", "100");
        settings.setProperty("executor.shutdown.timeout.ms", "1000");
        settings.setProperty("internal.task.management.timeout.ms", "5000");
    }
}
