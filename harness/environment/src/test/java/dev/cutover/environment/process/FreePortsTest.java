package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void neverGivesTheSamePortTwice() {
        try (FreePorts one = new FreePorts();
                FreePorts other = new FreePorts()) {
            Set<Integer> ports = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                ports.add(one.take());
                ports.add(other.take());
            }
            assertThat(ports).hasSize(200).allMatch(FreePorts::isFree);
        }
    }

    @Test
    void seesThatAPortIsTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
