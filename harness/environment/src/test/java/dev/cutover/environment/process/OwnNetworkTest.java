package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnNetworkTest {

    @Test
    void with_a_way_out_proves_nothing_and_says_why() {
        var network = new OwnNetwork(List.of("eth0"), "unshare: operation not permitted");

        assertThat(network.isolated()).isFalse();
        assertThat(network.text()).contains("machine's own network", "unshare: operation not permitted");
        assertThat(network.proven().internal()).isFalse();
        assertThat(network.proven().proven()).isNull();
    }

    @Test
    void of_nothing_but_loopback_is_isolated() {
        assertThat(new OwnNetwork(List.of(), "").isolated()).isTrue();
        assertThat(new OwnNetwork(List.of(), "").text()).contains("nothing but loopback");
    }

    @Test
    void of_this_process_is_seen() {
        OwnNetwork network = OwnNetwork.look();

        assertThat(network.proven().internal()).isEqualTo(network.isolated());
    }
}
