package dev.cutover.environment.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.AllowedHosts;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubnetTest {

    @Test
    void neverOverlapsAnotherAndLiesInside() {
        Set<String> all = new HashSet<>();
        for (int block = 0; block < Subnet.BLOCKS; block++) {
            for (int index = 0; index < Subnet.NETWORKS; index++) {
                Subnet subnet = new Subnet(block, index);
                assertThat(AllowedHosts.contains(subnet.gateway())).isTrue();
                assertThat(all.add(subnet.cidr())).isTrue();
            }
        }
        assertThat(new Subnet(1, 2).cidr()).isEqualTo("198.19.4.64/27");
    }

    @Test
    void givesEachAddressOnceAndSaysWhenThereIsNoMore() {
        Subnet subnet = new Subnet(0, 0);
        Set<String> given = new HashSet<>();
        for (int i = 2; i <= 30; i++) {
            assertThat(given.add(subnet.take())).isTrue();
        }
        assertThat(given).contains("198.19.0.2", "198.19.0.30").doesNotContain(subnet.gateway(), "198.19.0.31");
        assertThatThrownBy(subnet::take).hasMessageContaining("198.19.0.0/27 has no address left");
    }
}
