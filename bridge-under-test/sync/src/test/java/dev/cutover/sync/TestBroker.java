package dev.cutover.sync;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** Main of the broker's process: formats an empty directory, then runs. */
final class TestBroker {
    private TestBroker() {}

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(in);
        }
        String directory = properties.getProperty("log.dirs");
        new Formatter()
                .setClusterId("MkU3OEVBNTcwNTJENDM2Qk")
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory)
                .setDirectories(List.of(directory))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setPrintStream(System.out)
                .run();
        kafka.Kafka.main(arguments);
    }
}
