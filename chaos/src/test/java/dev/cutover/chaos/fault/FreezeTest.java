package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.TestServer;
import dev.cutover.chaos.toxiproxy.Toxiproxies;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.rehearse.plan.FaultSpec;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A freeze of some of the connections, and of more than one at a time. */
@Tag("slow")
class FreezeTest {
    private static final Link LINK = new Link("bridge->new", "bridge", "new", "http", Protocol.HTTP);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 30;

    @TempDir
    private Path logs;

    private final Spawner spawner = new Spawner();
    private final FreePorts ports = new FreePorts();
    private final TestServer server = new TestServer();
    private ToxiproxyNetwork network;
    private LinkProxy proxy;

    @BeforeEach
    void open() {
        network = Toxiproxies.network(spawner, ports, logs);
        network.open(LINK, server.address());
        proxy = network.proxy(LINK.name());
    }

    @AfterEach
    void close() throws Exception {
        network.close();
        spawner.close();
        ports.close();
        server.close();
    }

    @Test
    void of_some_connections_lets_the_others_overtake() throws Exception {
        Fault fault = freeze("f-1", 0.5);
        fault.inject();
        assertThat(fault.verify().active()).isTrue();
        for (int i = 0; i < CONNECTIONS; i++) {
            isAnswered("some-" + i);
        }
        assertThat(arrived()).isBetween(1L, CONNECTIONS - 1L);

        fault.heal();

        await().atMost(SECOND).until(() -> arrived() == CONNECTIONS);
    }

    @Test
    void of_all_connections_leaves_one_of_some_as_it_is_when_it_is_healed() throws Exception {
        Fault some = freeze("f-1", 0.5);
        Fault all = freeze("f-2", 1);
        some.inject();
        all.inject();
        assertThat(isAnswered("some-0")).isFalse();

        all.heal();

        assertThat(some.verify().active()).isTrue();
        some.heal();
        await().atMost(SECOND).until(() -> arrived() == 1);
    }

    private Fault freeze(String id, double share) {
        return new Faults(network::proxy, FakeEnvironment.empty(), (component, point) -> {})
                .make(new FaultSpec(id, new Freeze(Direction.UPSTREAM, share), LINK.name(), Duration.ZERO, SECOND));
    }

    private long arrived() {
        return server.requests().stream()
                .filter(request -> request.startsWith("some-"))
                .count();
    }

    private boolean isAnswered(String request) throws Exception {
        try (var socket = new Socket(proxy.listen().host(), proxy.listen().port())) {
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(300);
            return socket.getInputStream().readNBytes(TestServer.ANSWER_BYTES).length == TestServer.ANSWER_BYTES;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
