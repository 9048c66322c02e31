package dev.cutover.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** What a system needs around it: an empty database, a payment provider, a free port; Kafka is out of reach. */
public final class Surroundings implements AutoCloseable {
    private final WireMockServer payments =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final int port = Postgres.freePort();
    private final String databaseUrl;
    private final Jdbi jdbi;

    public Surroundings(String database) {
        payments.start();
        paymentsAnswer(201, 0);
        databaseUrl = Postgres.newDatabase(database);
        jdbi = Jdbi.create(databaseUrl);
    }

    /** What tells the system of all this; its own way to the database may be another than the test's. */
    public Map<String, String> environment(UnaryOperator<String> way) {
        return Map.of(
                "PORT",
                "" + port,
                "DB_URL",
                way.apply(databaseUrl),
                "KAFKA",
                "127.0.0.1:1",
                "PAYMENTS_URL",
                payments.baseUrl());
    }

    /** Where the system will listen. */
    public URI system() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The test's own way to the database. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The one number a query gives. */
    public long number(String sql) {
        return jdbi.withHandle(db -> db.select(sql).mapTo(Long.class).one());
    }

    /** How charges are answered from now on. */
    public void paymentsAnswer(int status, int delayMs) {
        payments.stubFor(post(urlEqualTo("/charges"))
                .willReturn(aResponse().withStatus(status).withFixedDelay(delayMs)));
    }

    /** How many charges came in. */
    public int charges() {
        return payments.getAllServeEvents().size();
    }

    /** Fails unless exactly one such charge came in. */
    public void mustHaveChargedOnce(RequestPatternBuilder charge) {
        payments.verify(1, charge);
    }

    /** As if no charge had come in. */
    public void forgetCharges() {
        payments.resetRequests();
    }

    @Override
    public void close() {
        payments.stop();
    }
}
