package dev.cutover.environment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ProbeTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void asksPostgresWhetherItWantsEncryption() throws Exception {
        CompletableFuture<ByteBuffer> request = answer(8, 1);

        ProbeResult seen = Probe.ask(address(), link(Protocol.POSTGRES), LIMIT);

        assertThat(seen.answered()).isTrue();
        assertThat(request.get())
                .isEqualTo(ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).flip());
    }

    @Test
    void asksKafkaForItsVersions() throws Exception {
        CompletableFuture<ByteBuffer> request = answer(19, 4);

        ProbeResult seen = Probe.ask(address(), link(Protocol.KAFKA), LIMIT);

        assertThat(seen.answered()).isTrue();
        ByteBuffer bytes = request.get();
        assertThat(bytes.getInt()).isEqualTo(15);
        assertThat(bytes.getShort()).isEqualTo((short) 18);
    }

    @Test
    void countsAllOfAnAnswer() throws Exception {
        var request = answer(1, 9_000);

        assertThat(Probe.readAll(address(), link(Protocol.HTTP), LIMIT).bytes()).isEqualTo(9_000);
        assertThat(request.get().remaining()).isOne();
    }

    @Test
    void tellsSilenceFromAnEndAndFromNoConnection() throws Exception {
        ProbeResult silent = Probe.ask(address(), link(Protocol.HTTP), LIMIT);
        server.accept().close();
        var closing = answer(1, 0);
        ProbeResult closed = Probe.ask(address(), link(Protocol.HTTP), LIMIT);
        closing.get();
        server.close();
        ProbeResult refused = Probe.ask(address(), link(Protocol.HTTP), LIMIT);

        assertThat(silent.end()).isEqualTo(ProbeResult.End.SILENT);
        assertThat(silent.took()).isGreaterThanOrEqualTo(LIMIT.minusMillis(10));
        assertThat(closed.end()).isEqualTo(ProbeResult.End.CLOSED);
        assertThat(refused.end()).isEqualTo(ProbeResult.End.REFUSED);
    }

    @Test
    void saysNothingWhereNoProtocolIsKnown() throws Exception {
        ProbeResult open = Probe.listen(address(), LIMIT);
        try (Socket quiet = server.accept()) {
            assertThat(quiet.getInputStream().read()).isEqualTo(-1);
        }
        var closing = answer(0, 0);
        ProbeResult closed = Probe.listen(address(), LIMIT);
        closing.get();
        var greeting = answer(0, 3);
        ProbeResult greeted = Probe.listen(address(), LIMIT);
        greeting.get();
        server.close();

        assertThat(open.end()).isEqualTo(ProbeResult.End.OPEN);
        assertThat(open.reached()).isTrue();
        assertThat(closed.reached()).isFalse();
        assertThat(greeted.answered()).isTrue();
        assertThat(Probe.listen(address(), LIMIT).end()).isEqualTo(ProbeResult.End.REFUSED);
    }

    private static Link link(Protocol protocol) {
        return new Link("a->b", "a", "b", "any", protocol);
    }

    private Address address() {
        return new Address("127.0.0.1", server.getLocalPort());
    }

    /** Reads so many bytes of one connection, answers so many, and closes. */
    private CompletableFuture<ByteBuffer> answer(int read, int written) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket connection = server.accept()) {
                byte[] request = connection.getInputStream().readNBytes(read);
                connection.getOutputStream().write(new byte[written]);
                connection.shutdownOutput();
                connection.getInputStream().readAllBytes();
                return ByteBuffer.wrap(request);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
