package dev.cutover.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class KafkaBrokerIT {
    @TempDir
    private Path directory;

    @Test
    void formatsAnEmptyDirectoryAndFindsItsOwnAgain() throws Exception {
        int port = freePort();
        Path properties = properties(port, freePort());
        String first = clusterOf(port, properties);
        assertThat(clusterOf(port, properties)).isEqualTo(first);
    }

    @Test
    void aMissingFileEndsWithCode2() throws Exception {
        Process broker = start(directory.resolve("none.properties"));
        assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(broker.exitValue()).isEqualTo(2);
        assertThat(Files.readString(log())).contains("none.properties");
    }

    /** Runs a broker until it answers; the id of its cluster. */
    private String clusterOf(int port, Path properties) throws Exception {
        Process broker = start(properties);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            return Awaitility.await()
                    .atMost(40, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .until(
                            () -> admin.describeCluster().clusterId().get(2, TimeUnit.SECONDS),
                            id -> id != null && broker.isAlive());
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    private Process start(Path properties) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return directory.resolve("broker.log");
    }

    private Path properties(int port, int controllerPort) throws IOException {
        return Files.writeString(
                directory.resolve("server.properties"), """
                node.id=1
                process.roles=broker,controller
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENT://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port, controllerPort, directory.resolve("logs")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
