package dev.cutover.chaos.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports below the range that the kernel uses for outgoing connections. A port of that range could be taken by any client
 * while its proxy is disabled, and the proxy could not be enabled again.
 */
final class StablePorts {

    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 12_000;
    private static final int USUAL_HIGHEST = 32_767;
    private static final int TRIES = 500;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private StablePorts() {}

    static int next() {
        int highest = highest();
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, highest + 1);
            if (HANDED_OUT.add(port) && free(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port on 127.0.0.1 between " + LOWEST + " and " + highest + " in " + TRIES + " tries");
    }

    private static int highest() {
        try {
            int firstOutgoing = Integer.parseInt(Files.readString(RANGE).strip().split("\\s+", 2)[0]);
            return firstOutgoing > LOWEST + TRIES ? Math.min(firstOutgoing - 1, USUAL_HIGHEST) : USUAL_HIGHEST;
        } catch (IOException notLinux) {
            return USUAL_HIGHEST;
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
