package dev.cutover.environment.process;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.record.event.Isolated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;

/**
 * The network that this process and all that it starts are in. The script {@code ci/own-network} makes one that has nothing but loopback, where
 * the kernel lets it.
 *
 * @param outward interfaces that lead out of this machine
 * @param refused why it is the machine's own network, if that is known; else empty
 */
public record OwnNetwork(List<String> outward, String refused) {

    private static final String WHO = "every process";

    /** Reserved for documentation: nobody is there. */
    private static final InetSocketAddress OUTSIDE = new InetSocketAddress("192.0.2.1", 9);

    private static final int LIMIT_MS = 1_000;

    public OwnNetwork {
        outward = List.copyOf(outward);
    }

    public static OwnNetwork look() {
        try {
            return new OwnNetwork(
                    NetworkInterface.networkInterfaces()
                            .filter(OwnNetwork::leadsOut)
                            .map(NetworkInterface::getName)
                            .sorted()
                            .toList(),
                    Objects.requireNonNullElse(System.getenv("CUTOVER_NETWORK"), ""));
        } catch (SocketException e) {
            throw new UncheckedIOException("cannot list the interfaces of the network", e);
        }
    }

    private static boolean leadsOut(NetworkInterface network) {
        try {
            return !network.isLoopback();
        } catch (SocketException e) {
            throw new UncheckedIOException("cannot look at interface " + network.getName(), e);
        }
    }

    public boolean isolated() {
        return outward.isEmpty();
    }

    /** For a person. */
    public String text() {
        String why = refused.isEmpty() ? "cutover rehearse --runtime processes makes one of their own" : refused;
        return isolated()
                ? "in a network of their own, with nothing but loopback"
                : "in the machine's own network, so what is started could reach other machines (" + why + ")";
    }

    /**
     * Tries to leave it, if nothing should lead out, and says what came of it.
     *
     * @throws EnvironmentException if that succeeds
     */
    Isolated proven() {
        if (!isolated()) {
            return new Isolated(WHO, outward, false, 0, "that of the machine", null, null);
        }
        try (Socket socket = new Socket()) {
            socket.connect(OUTSIDE, LIMIT_MS);
        } catch (IOException e) {
            return new Isolated(WHO, List.of("lo"), true, 0, "none", String.valueOf(e.getMessage()), true);
        }
        throw new EnvironmentException(
                "the network has nothing but loopback, but " + OUTSIDE + " could be connected to");
    }
}
