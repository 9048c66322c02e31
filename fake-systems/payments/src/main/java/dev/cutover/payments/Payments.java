package dev.cutover.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment provider: accepts every charge and writes down each call it received. */
public final class Payments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final int STOP_MS = 1_000;

    private final Tap tap;
    private final WireMockServer server;

    private Payments(Settings settings) {
        AtomicLong charges = new AtomicLong();
        tap = new Tap(settings.tap());
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(settings.host())
                .port(settings.port())
                .disableRequestJournal()
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
                .templatingEnabled(false)
                .jettyStopTimeout((long) STOP_MS)
                .extensions(new TapListener(tap, charges), new ChargeId(), new Metrics(charges)));
        server.stubFor(post(urlPathEqualTo("/charges"))
                .withName(TapListener.STUB)
                .willReturn(aResponse().withStatus(201).withTransformers(ChargeId.NAME)));
        server.stubFor(get(urlPathEqualTo("/health")).willReturn(okJson("{\"status\":\"UP\"}")));
        server.stubFor(get(urlPathEqualTo("/metrics")).willReturn(aResponse().withTransformers(Metrics.NAME)));
    }

    /** Starts the provider; malformed settings throw an IllegalArgumentException. */
    public static Payments start(Map<String, String> env) {
        Payments payments = new Payments(Settings.from(env));
        payments.server.start();
        LOG.info("payments answers on port {}", payments.server.port());
        return payments;
    }

    @Override
    public void close() {
        server.stop();
        tap.close();
    }

    /** Runs until SIGTERM; exit code 2 if the environment is wrong. */
    public static void main(String[] args) {
        try {
            Payments payments = start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(payments::close, "stop"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
