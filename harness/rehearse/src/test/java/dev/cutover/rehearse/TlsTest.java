package dev.cutover.rehearse;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.cutover.environment.probe.Probe;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.rehearse.plan.Endpoint;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that speaks TLS, with a certificate that nobody signed. */
@Tag("slow")
class TlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .httpDisabled(true)
            .dynamicHttpsPort());

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(get(urlPathEqualTo("/health")).willReturn(ok("up")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Address address() {
        return new Address("127.0.0.1", server.httpsPort());
    }

    private record OneServer(Address address, String scheme) implements BareEnvironment {
        @Override
        public Address direct(String component, String port) {
            return address;
        }

        @Override
        public String origin(String component, String port) {
            return scheme + "://" + address;
        }

        @Override
        public void close() {}
    }

    private HttpCalls.Answer call(String scheme) throws Exception {
        var calls = new HttpCalls(new OneServer(address(), scheme));
        var call = new HttpCalls.Call("get", new Endpoint("server", "https", "/health"), Map.of(), "");
        return calls.send(call, new Values(), LIMIT);
    }

    @Test
    void aStepGetsItsAnswer() throws Exception {
        assertThat(call("https")).returns(200, HttpCalls.Answer::status).returns("up", HttpCalls.Answer::body);
        assertThatIOException().isThrownBy(() -> call("http"));
    }

    @Test
    void aLinkIsSeenThroughIt() {
        ProbeResult seen = Probe.ask(address(), link(Protocol.HTTPS), LIMIT);
        assertThat(seen.answer()).startsWith("HTTP/1.1 200");
        assertThat(Probe.readAll(address(), link(Protocol.HTTPS), LIMIT).answer())
                .endsWith("up");
        assertThat(Probe.get(address(), true, "/health", LIMIT).answer()).startsWith("HTTP/1.1 200");
        assertThat(Probe.ask(address(), link(Protocol.HTTP), LIMIT).answer()).doesNotStartWith("HTTP/1.1 200");
    }

    private static Link link(Protocol protocol) {
        return new Link("a->b", "a", "b", "https", protocol);
    }
}
