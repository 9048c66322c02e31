package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.TestServer;
import dev.cutover.chaos.toxiproxy.Toxiproxies;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.rehearse.plan.FaultSpec;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class LinkFaultsTest {

    private static final Link LINK = new Link("bridge->new", "bridge", "new", "http", Protocol.HTTP);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Spawner SPAWNER = new Spawner();
    private static final FreePorts PORTS = new FreePorts();

    @TempDir
    static Path logs;

    private static ToxiproxyNetwork network;
    private static TestServer server;
    private static LinkProxy proxy;

    @BeforeAll
    static void open() {
        server = new TestServer();
        network = Toxiproxies.network(SPAWNER, PORTS, logs);
        network.open(LINK, server.address());
        proxy = network.proxy(LINK.name());
    }

    @AfterAll
    static void close() throws IOException {
        network.close();
        SPAWNER.close();
        PORTS.close();
        server.close();
    }

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        assertThat(proxy.state().enabled()).isTrue();
        assertThat(proxy.state().toxics()).isEmpty();
        assertThat(proxy.probe(SECOND).answered()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isSeenWhileActiveAndNeverElse(LinkDisturbance what) throws Exception {
        Fault fault = fault(what);
        assertThat(fault.verify().active()).isFalse();

        fault.inject();
        Fault.Verification seen = fault.verify();
        fault.heal();

        assertThat(seen.active()).as(seen.evidence()).isTrue();
        assertThat(fault.verify().active()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void healsWithoutInjectionAndTwice(LinkDisturbance what) throws Exception {
        Fault fault = fault(what);
        fault.heal();
        fault.inject();
        fault.heal();
        fault.heal();
    }

    @ParameterizedTest
    @EnumSource
    void latencyDelaysEitherDirection(Direction direction) throws Exception {
        Fault fault = fault(latency(100, direction));
        fault.inject();
        ProbeResult seen = proxy.probe(SECOND);
        fault.heal();

        assertThat(seen.took().toMillis()).isBetween(direction == Direction.BOTH ? 200L : 100L, 900L);
    }

    @Test
    void ackLostReachesTheServerAndNeverTheClient() throws Exception {
        int before = server.requests().size();
        Fault fault = fault(new AckLost());
        fault.inject();
        try (Socket client = connect("ack")) {
            await().atMost(SECOND).until(() -> server.requests().contains("ack"));
            assertThat(answerWithin(client, 300)).isEqualTo("silence");
            fault.heal();
            assertThat(answerWithin(client, 1_000)).isEqualTo("closed");
        }
        assertThat(server.requests()).hasSize(before + 2);
    }

    @Test
    void requestLostNeverReachesTheServer() throws Exception {
        Fault fault = fault(new RequestLost());
        fault.inject();
        try (Socket client = connect("lost")) {
            assertThat(answerWithin(client, 300)).isEqualTo("silence");
            fault.heal();
            assertThat(answerWithin(client, 1_000)).isEqualTo("closed");
        }
        assertThat(proxy.probe(SECOND).answered()).isTrue();
        assertThat(server.requests()).doesNotContain("lost");
    }

    @Test
    void freezeDeliversAfterHealingEvenIfTheClientGaveUp() throws Exception {
        Fault fault = fault(new Freeze(Direction.BOTH, 1));
        fault.inject();
        try (Socket client = connect("zombie")) {
            assertThat(answerWithin(client, 300)).isEqualTo("silence");
        }
        assertThat(server.requests()).doesNotContain("zombie");

        fault.heal();

        await().atMost(SECOND).until(() -> server.requests().contains("zombie"));
    }

    @Test
    void downClosesWhatIsOpen() throws Exception {
        Fault fault = fault(new Down());
        try (Socket client = connect("before")) {
            assertThat(answerWithin(client, 1_000)).isEqualTo("answer");
            fault.inject();
            assertThat(answerWithin(client, 1_000)).isEqualTo("closed");
        }
        fault.heal();
    }

    @Test
    void tornUpstreamCutsTheRequest() throws Exception {
        Fault fault = fault(new Torn(2, Direction.UPSTREAM));
        fault.inject();
        try (Socket client = connect("half")) {
            assertThat(answerWithin(client, 1_000)).isEqualTo("closed");
        }
        assertThat(fault.verify().active()).isTrue();
        fault.heal();
        assertThat(server.requests()).doesNotContain("half");
    }

    @Test
    void aDeadServerIsNotAFault() throws Exception {
        var link = new Link("a->b", "a", "b", "http", Protocol.HTTP);
        var dying = new TestServer();
        network.open(link, dying.address());
        dying.close();
        Fault fault = make("a->b", new RequestLost());

        assertThat(fault.verify().active()).isFalse();
        fault.inject();
        fault.heal();
    }

    @Test
    void refusesAnUnknownLink() {
        assertThatThrownBy(() -> make("bridge->nwe", new Down())).hasMessageContaining("no link \"bridge->nwe\"");
    }

    private static Stream<LinkDisturbance> kinds() {
        return Stream.of(
                new AckLost(),
                new Down(),
                new Flap(Duration.ofMillis(200), Duration.ofMillis(300)),
                new Freeze(Direction.BOTH, 1),
                latency(150, Direction.DOWNSTREAM),
                new RequestLost(),
                new Reset(Direction.DOWNSTREAM),
                new Torn(17, Direction.DOWNSTREAM));
    }

    private static Latency latency(long millis, Direction direction) {
        return new Latency(Duration.ofMillis(millis), Duration.ZERO, direction);
    }

    private static Fault fault(LinkDisturbance what) {
        return make(LINK.name(), what);
    }

    private static Fault make(String target, LinkDisturbance what) {
        return new Faults(network::proxy, FakeEnvironment.empty(), (component, point) -> {})
                .make(new FaultSpec("f-1", what, target, Duration.ZERO, SECOND));
    }

    private static Socket connect(String request) throws IOException {
        var socket = new Socket(proxy.listen().host(), proxy.listen().port());
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answerWithin(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().readNBytes(TestServer.ANSWER_BYTES).length == TestServer.ANSWER_BYTES
                    ? "answer"
                    : "closed";
        } catch (SocketTimeoutException e) {
            return "silence";
        }
    }
}
