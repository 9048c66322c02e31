package dev.cutover.chaos.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.probe.ProbeResult.End;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links whose protocol is not known. */
@Tag("slow")
class WordlessLinkTest {
    private static final Link LINK = new Link("a->b", "a", "b", "any", Protocol.TCP);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path logs;

    private final Spawner spawner = new Spawner();
    private final FreePorts ports = new FreePorts();
    private ToxiproxyNetwork network;

    @BeforeEach
    void open() {
        network = Toxiproxies.network(spawner, ports, logs);
    }

    @AfterEach
    void close() {
        network.close();
        spawner.close();
        ports.close();
    }

    @Test
    void isProvenByAConnectionThatStaysOpen() throws IOException {
        try (TestServer server = new TestServer()) {
            network.open(LINK, server.address());

            assertThatCode(() -> network.prove(LINK)).doesNotThrowAnyException();
            assertThat(network.proxy("a->b").probe(SECOND).end()).isEqualTo(End.OPEN);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void isNotProvenWithoutAServer() {
        network.open(LINK, new Address("127.0.0.1", ports.take()));

        assertThatThrownBy(() -> network.prove(LINK)).hasMessageContaining("link a->b: no answer through");
    }

    @Test
    void isAskedForTheWordsOfAServerThatHasGreetedOnce() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server));
            network.open(LINK, new Address("127.0.0.1", server.getLocalPort()));
            LinkProxy proxy = network.proxy("a->b");
            network.prove(LINK);

            proxy.add(new Toxic("frozen", "timeout", "downstream", Map.of("timeout", 0L), 1));

            assertThat(proxy.probe(SECOND).end()).isEqualTo(End.SILENT);
        }
    }

    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                client.getInputStream().readAllBytes();
            } catch (IOException closed) {
                // By the server or by the client, either of which may go on.
            }
        }
    }
}
