package dev.cutover.chaos.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import java.io.IOException;
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

@Tag("slow")
class ToxiproxyNetworkTest {

    private static final Link LINK = new Link("bridge->old", "bridge", "old", "http", Protocol.HTTP);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path logs;

    private final Spawner spawner = new Spawner();
    private final FreePorts ports = new FreePorts();
    private final TestServer server = new TestServer();
    private ToxiproxyNetwork network;

    @BeforeEach
    void open() {
        network = Toxiproxies.network(spawner, ports, logs);
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        spawner.close();
        ports.close();
        server.close();
    }

    @Test
    void carriesALinkAndProvesIt() {
        Address listen = network.open(LINK, server.address());

        assertThat(network.proxy(LINK.name()).probe(SECOND).answered()).isTrue();
        assertThatCode(() -> network.prove(LINK)).doesNotThrowAnyException();
        assertThatCode(network::proveNoBypass).doesNotThrowAnyException();
        assertThat(listen).isNotEqualTo(server.address());
    }

    @Test
    void refusesToProveALinkWhoseServerDoesNotAnswer() throws IOException {
        network.open(LINK, server.address());
        server.close();

        assertThatThrownBy(() -> network.prove(LINK)).hasMessageContaining("link bridge->old: no answer through");
    }

    @Test
    void refusesToReachAnythingButLoopback() {
        assertThatThrownBy(() -> network.open(LINK, new Address("192.0.2.1", 80)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.1 lies outside every environment");
    }

    @Test
    void namesTheLinksWhenOneIsUnknown() {
        network.open(LINK, server.address());

        assertThatThrownBy(() -> network.proxy("bridge->odl")).hasMessageContaining("the links are bridge->old");
    }

    @Test
    void findsAClientThatBypassesItsProxy() throws IOException {
        network.open(LINK, server.address());
        Process client = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/" + server.address().port() + "; read line <&3")
                .start();
        try {
            await().atMost(SECOND).until(() -> !SocketTable.of(client.pid()).isEmpty());

            assertThatThrownBy(network::proveNoBypass)
                    .hasMessageContaining("link bridge->old: its client bypasses its proxy")
                    .hasMessageContaining("process " + client.pid());
            assertThat(network.proxy(LINK.name()).probe(SECOND).answered()).isTrue();
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void bounceClosesEveryConnection() throws IOException {
        Address listen = listening();
        try (var idle = new Socket(listen.host(), listen.port())) {
            idle.setSoTimeout(2_000);

            network.proxy(LINK.name()).bounce();

            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            assertThat(network.proxy(LINK.name()).probe(SECOND).answered()).isTrue();
        }
    }

    @Test
    void recreatesAWedgedProcessAtTheSameAddress() throws IOException {
        server.goDeaf();
        Address listen = listening();
        LinkProxy proxy = network.proxy(LINK.name());
        var latency = new Toxic("late", "latency", "upstream", Map.of("latency", 1L), 1);
        proxy.add(latency);
        try (var writer = new Socket(listen.host(), listen.port())) {
            Thread.ofVirtual().start(() -> flood(writer));

            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsMatching(e -> !(e instanceof ToxiproxyException.ControlLost))
                    .untilAsserted(() -> assertThatThrownBy(() -> toggle(proxy, latency))
                            .isInstanceOf(ToxiproxyException.ControlLost.class));
            server.listenAgain();
            proxy.recreate();
        }

        assertThat(proxy.listen()).isEqualTo(listen);
        assertThat(proxy.state().toxics()).isEmpty();
        assertThat(proxy.probe(SECOND).end()).isEqualTo(ProbeResult.End.ANSWERED);
    }

    private Address listening() {
        Address listen = network.open(LINK, server.address());
        assertThat(network.proxy(LINK.name()).state().toxics()).isEmpty();
        return listen;
    }

    private static void toggle(LinkProxy proxy, Toxic toxic) {
        proxy.remove(toxic);
        proxy.add(toxic);
    }

    private static void flood(Socket socket) {
        byte[] bytes = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try {
            while (true) {
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException closed) {
            return;
        }
    }
}
