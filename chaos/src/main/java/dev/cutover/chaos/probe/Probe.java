package dev.cutover.chaos.probe;

import dev.cutover.chaos.probe.ProbeResult.End;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Asks one question on a fresh connection and says what came back; never waits much longer than its limit, and never throws. */
public final class Probe {

    private static final int ENOUGH = 65_536;

    private final long start = System.nanoTime();
    private final long deadline;
    private int bytes;

    private Probe(Duration limit) {
        this.deadline = start + limit.toNanos();
    }

    /** Waits for the first byte of an answer. */
    public static ProbeResult ask(Address address, Protocol protocol, Duration limit) {
        return new Probe(limit).exchange(address, Greeting.of(protocol), 1);
    }

    /** Reads the answer until the peer closes, or nothing more comes within the limit. */
    public static ProbeResult readAll(Address address, Protocol protocol, Duration limit) {
        return new Probe(limit).exchange(address, Greeting.wordy(protocol), ENOUGH);
    }

    private ProbeResult exchange(Address address, byte[] request, int enough) {
        try (var socket = new Socket()) {
            End connecting = connect(socket, address);
            return result(connecting == End.ANSWERED ? converse(socket, request, enough) : connecting);
        } catch (IOException failedToClose) {
            return result(End.CLOSED);
        }
    }

    private End connect(Socket socket, Address address) {
        try {
            socket.connect(new InetSocketAddress(address.host(), address.port()), millisLeft());
            return End.ANSWERED;
        } catch (SocketTimeoutException silent) {
            return End.SILENT;
        } catch (IOException refused) {
            return End.REFUSED;
        }
    }

    private End converse(Socket socket, byte[] request, int enough) {
        try {
            socket.getOutputStream().write(request);
            return read(socket, enough);
        } catch (SocketTimeoutException silent) {
            return End.SILENT;
        } catch (IOException reset) {
            return End.CLOSED;
        }
    }

    private End read(Socket socket, int enough) throws IOException {
        var buffer = new byte[4096];
        while (bytes < enough) {
            socket.setSoTimeout(millisLeft());
            int n = socket.getInputStream().read(buffer);
            if (n < 0) {
                return End.CLOSED;
            }
            bytes += n;
        }
        return End.ANSWERED;
    }

    private ProbeResult result(End end) {
        return new ProbeResult(bytes > 0 ? End.ANSWERED : end, Duration.ofNanos(System.nanoTime() - start), bytes);
    }

    /** Zero would mean to wait for ever. */
    private int millisLeft() {
        return (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }
}
