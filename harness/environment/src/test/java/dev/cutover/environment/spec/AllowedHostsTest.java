package dev.cutover.environment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.9.9.9", "198.19.0.2", "198.19.255.254"})
    void isLoopbackAndContainerNetworks(String host) {
        assertThat(AllowedHosts.contains(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7",
                "198.18.0.1",
                "198.20.0.1",
                "198.19.0.1.example",
                "shop.example",
                "127.0.0.1.example",
                ""
            })
    void isNothingElse(String host) {
        assertThat(AllowedHosts.contains(host)).isFalse();
    }

    @Test
    void saysWhatMayBeReached() {
        assertThatThrownBy(() -> AllowedHosts.require("the load's target", "shop.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the load's target: shop.example lies outside")
                .hasMessageContaining("loopback");
    }
}
