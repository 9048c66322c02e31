package dev.cutover.kit.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Map<String, String> env = new HashMap<>(Map.of(
            "PORT", "8080",
            "DB_URL", "jdbc:postgresql://127.0.0.1:5432/shop?user=shop",
            "KAFKA", "127.0.0.1:9092",
            "PAYMENTS_URL", "http://127.0.0.1:8081"));

    @Test
    void theHostIsLoopbackUnlessItIsGiven() {
        assertThat(Settings.from(env))
                .isEqualTo(new Settings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080),
                        "jdbc:postgresql://127.0.0.1:5432/shop?user=shop",
                        "127.0.0.1:9092",
                        URI.create("http://127.0.0.1:8081")));
        env.put("HOST", "0.0.0.0");
        assertThat(Settings.from(env).address().getHostString()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT         | 0           | a whole number from 1 to 65535
            PORT         | eighty      | a whole number from 1 to 65535
            DB_URL       | postgres:/  | a URL like jdbc:postgresql:
            KAFKA        | localhost   | bootstrap servers like
            PAYMENTS_URL | https://a/b | a URL like http:
            """)
    void whatIsMalformedIsNamed(String name, String value, String expected) {
        env.put(name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(env))
                .withMessageContaining("environment variable " + name + ": expected " + expected)
                .withMessageEndingWith(", found " + value);
    }

    @Test
    void whatIsMissingIsNamed() {
        env.remove("KAFKA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(env))
                .withMessageStartingWith("environment variable KAFKA: ")
                .withMessageEndingWith(", found nothing");
    }
}
