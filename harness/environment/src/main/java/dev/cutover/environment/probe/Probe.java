package dev.cutover.environment.probe;

import dev.cutover.environment.probe.ProbeResult.End;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * Asks one question on a fresh connection and says what came back; never waits much longer than its limit, and never
 * throws. Plain sockets: a probe must cost next to nothing, as it runs while everything starts.
 */
public final class Probe {

    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final int ENOUGH = 65_536;
    private static final int HEAD_OF_AN_ANSWER = 2_048;

    private final long start = System.nanoTime();
    private final long deadline;
    private final End quiet;
    private final boolean tls;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    private Probe(Duration limit, boolean tls) {
        this(limit, tls, End.SILENT);
    }

    /**
     * One that begins now.
     *
     * @param tls whether the question and the answer are spoken by TLS
     * @param quiet how it ends if nothing comes on a connection that was made
     */
    private Probe(Duration limit, boolean tls, End quiet) {
        this.tls = tls;
        this.quiet = quiet;
        this.deadline = start + limit.toNanos();
    }

    /** Asks as the link's client would, and waits for the first byte of an answer. */
    public static ProbeResult ask(Address address, Link link, Duration limit) {
        return new Probe(limit, link.tls()).exchange(address, Greeting.of(link), 1);
    }

    /**
     * Connects and says nothing: {@link End#OPEN} if the connection is neither closed nor written to for a moment, in
     * which a proxy closes it that finds no server.
     */
    public static ProbeResult listen(Address address, Duration limit) {
        Duration moment = limit.compareTo(MOMENT) < 0 ? limit : MOMENT;
        return new Probe(moment, false, End.OPEN).exchange(address, new byte[0], 1);
    }

    /** Reads the answer until the peer closes, or nothing more comes within the limit. */
    public static ProbeResult readAll(Address address, Link link, Duration limit) {
        return new Probe(limit, link.tls()).exchange(address, Greeting.wordy(link), ENOUGH);
    }

    /** Only connects: {@link End#CONNECTED} if that is accepted. */
    public static ProbeResult connect(Address address, Duration limit) {
        return new Probe(limit, false).exchange(address, new byte[0], 0);
    }

    /** Gets a page by HTTP, and reads the head of the answer. */
    public static ProbeResult get(Address address, boolean tls, String path, Duration limit) {
        return new Probe(limit, tls).exchange(address, Greeting.get(path, address.toString()), HEAD_OF_AN_ANSWER);
    }

    /**
     * Begins a session with a PostgreSQL server. The answer begins with R, for an authentication request, if the server
     * takes sessions; one that still starts, or stops, sends an error.
     */
    public static ProbeResult session(Address address, String database, Duration limit) {
        return new Probe(limit, false).exchange(address, Greeting.session("postgres", database), 1);
    }

    private ProbeResult exchange(Address address, byte[] request, int enough) {
        try (var socket = new Socket()) {
            End connecting = connect(socket, address);
            return result(connecting == End.CONNECTED ? converse(socket, request, enough) : connecting);
        } catch (IOException failedToClose) {
            return result(End.CLOSED);
        }
    }

    private End connect(Socket socket, Address address) {
        try {
            socket.connect(new InetSocketAddress(address.host(), address.port()), millisLeft());
            return End.CONNECTED;
        } catch (SocketTimeoutException silent) {
            return End.SILENT;
        } catch (IOException refused) {
            return End.REFUSED;
        }
    }

    private End converse(Socket plain, byte[] request, int enough) {
        try {
            Socket socket = tls ? encrypted(plain) : plain;
            socket.getOutputStream().write(request);
            return read(socket, enough);
        } catch (SocketTimeoutException silent) {
            return quiet;
        } catch (IOException reset) {
            return End.CLOSED;
        }
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket)
                AnyCertificate.context().getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setSoTimeout(millisLeft());
        socket.startHandshake();
        return socket;
    }

    private End read(Socket socket, int enough) throws IOException {
        var buffer = new byte[4096];
        while (answer.size() < enough) {
            socket.setSoTimeout(millisLeft());
            int n = socket.getInputStream().read(buffer);
            if (n < 0) {
                return End.CLOSED;
            }
            answer.write(buffer, 0, n);
        }
        return End.CONNECTED;
    }

    private ProbeResult result(End end) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new ProbeResult(
                answer.size() > 0 ? End.ANSWERED : end, took, answer.size(), answer.toString(StandardCharsets.UTF_8));
    }

    /** Zero would mean to wait for ever. */
    private int millisLeft() {
        return (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }
}
