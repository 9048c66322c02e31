package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.spec.Address;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {
    @Test
    void advertisesTheProxyToEachLinksClient() {
        Map<String, String> properties = new KafkaProperties(
                        new Address("127.0.0.1", 29092),
                        new Address("127.0.0.1", 29093),
                        Map.of("sync->kafka", new Address("127.0.0.1", 29094)),
                        Map.of("sync->kafka", new Address("127.0.0.1", 21094)),
                        "log")
                .properties();

        assertThat(properties.get("listeners"))
                .contains("SYNC_KAFKA://127.0.0.1:29094")
                .contains("CONTROLLER://127.0.0.1:29093");
        assertThat(properties.get("advertised.listeners"))
                .isEqualTo("DIRECT://127.0.0.1:29092,SYNC_KAFKA://127.0.0.1:21094");
        assertThat(properties.get("listener.security.protocol.map")).contains("SYNC_KAFKA:PLAINTEXT");
    }
}
