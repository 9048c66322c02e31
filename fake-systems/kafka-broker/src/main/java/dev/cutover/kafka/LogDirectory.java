package dev.cutover.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;
import org.apache.kafka.server.common.Feature;

/** Where a broker keeps its logs, as its properties say. */
final class LogDirectory {
    private final String path;
    private final int nodeId;
    private final String controllerListener;

    LogDirectory(Properties properties) {
        path = required(properties, "log.dirs");
        controllerListener = required(properties, "controller.listener.names");
        String id = required(properties, "node.id");
        if (!id.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("node.id: expected a whole number, found " + id);
        }
        nodeId = Integer.parseInt(id);
    }

    void formatIfEmpty() {
        if (Files.exists(Path.of(path, "meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(nodeId)
                    .setControllerListenerName(controllerListener)
                    .setMetadataLogDirectory(path)
                    .setDirectories(List.of(path))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setPrintStream(System.out)
                    .run();
        } catch (FormatterException e) {
            throw new IllegalArgumentException("log.dirs: cannot format " + path + ": " + e.getMessage(), e);
        } catch (Exception e) { // the formatter declares nothing narrower
            throw new IllegalStateException("cannot format " + path, e);
        }
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty() || value.contains(",")) {
            throw new IllegalArgumentException(
                    "server.properties: expected one value for " + key + ", found '" + value + "'");
        }
        return value;
    }
}
