package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.TestServer;
import dev.cutover.chaos.toxiproxy.Toxiproxies;
import dev.cutover.chaos.toxiproxy.ToxiproxyException;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that does not read makes Toxiproxy hang when a toxic is added or removed: Shopify/toxiproxy#558. */
@Tag("slow")
class WedgedLinkTest {

    private static final Link LINK = new Link("a->b", "a", "b", "http", Protocol.HTTP);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path logs;

    private final Spawner spawner = new Spawner();
    private final FreePorts ports = new FreePorts();
    private final TestServer server = new TestServer();
    private final AtomicInteger written = new AtomicInteger();
    private int seen = -1;

    @AfterEach
    void close() throws IOException {
        spawner.close();
        ports.close();
        server.close();
    }

    @Test
    void isHealedByReplacingTheProcess() throws Exception {
        var network = Toxiproxies.network(spawner, ports, logs);
        network.open(LINK, server.address());
        LinkProxy proxy = network.proxy("a->b");
        long before = proxy.undo().pid();
        Fault fault = new Freeze(Direction.BOTH, 1).on(proxy, "f-1");
        server.goDeaf();
        try (var writer = new Socket(proxy.listen().host(), proxy.listen().port())) {
            Thread.ofVirtual().start(() -> flood(writer));
            await().atMost(LIMIT).until(this::isStuck);
            injectIntoTheWedge(fault);
            server.listenAgain();
            fault.heal();
        }

        assertThat(proxy.undo().pid()).isNotEqualTo(before);
        assertThat(proxy.state().toxics()).isEmpty();
        assertThat(proxy.probe(LIMIT).answered()).isTrue();
    }

    /** Where it hangs first depends on which of its buffers is full. */
    private static void injectIntoTheWedge(Fault fault) throws Exception {
        try {
            fault.inject();
        } catch (ToxiproxyException.ControlLost wedged) {
            assertThat(wedged).hasMessageContaining("no answer within 3 s");
        }
    }

    private void flood(Socket socket) {
        byte[] bytes = new byte[1 << 16];
        try {
            while (true) {
                socket.getOutputStream().write(bytes);
                written.incrementAndGet();
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** Nothing more could be written since the last look. */
    private boolean isStuck() {
        int now = written.get();
        boolean stuck = now > 0 && now == seen;
        seen = now;
        return stuck;
    }
}
