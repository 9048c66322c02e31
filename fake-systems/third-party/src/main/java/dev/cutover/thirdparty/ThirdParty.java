package dev.cutover.thirdparty;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A third party: WireMock as it is, with mappings from files, and a request journal that forgets nothing while it runs. */
public final class ThirdParty implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThirdParty.class);
    private static final int STOP_MS = 1_000;

    private final WireMockServer server;

    private ThirdParty(Settings settings) {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(settings.host())
                .port(settings.port())
                .usingFilesUnderDirectory(settings.root().toString())
                .jettyStopTimeout((long) STOP_MS));
    }

    /** Starts it; malformed settings or mappings throw an exception that says what is wrong. */
    public static ThirdParty start(Map<String, String> env) {
        ThirdParty party = new ThirdParty(Settings.from(env));
        party.server.start();
        LOG.info(
                "answers on port {} by {} mappings",
                party.port(),
                party.server.getStubMappings().size());
        return party;
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Runs until SIGTERM; exit code 2 if the environment or a mapping is wrong. */
    public static void main(String[] args) {
        try {
            ThirdParty party = start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(party::close, "stop"));
        } catch (IllegalArgumentException | MappingFileException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
