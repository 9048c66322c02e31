package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers every request that ends in an empty line, remembers it, and can be told not to read. */
public final class TestServer implements AutoCloseable {

    public static final int ANSWER_BYTES = 300;

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;

    public TestServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public Address address() {
        return new Address("127.0.0.1", socket.getLocalPort());
    }

    /** First lines of the requests that arrived whole. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Connections made from now on are accepted and never read. */
    public void goDeaf() {
        deaf = true;
    }

    public void listenAgain() {
        deaf = false;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                if (!deaf) {
                    Thread.ofVirtual().start(() -> serve(connection));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        var request = new StringBuilder();
        try (connection) {
            InputStream in = connection.getInputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                request.append((char) c);
                if (request.toString().endsWith("\r\n\r\n")) {
                    requests.add(request.toString().lines().findFirst().orElseThrow());
                    connection.getOutputStream().write(answer());
                    boolean last = request.indexOf("Connection: close") >= 0;
                    request.setLength(0);
                    if (last) {
                        return;
                    }
                }
            }
        } catch (IOException cut) {
            return;
        }
    }

    private static byte[] answer() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n";
        return (head + "x".repeat(ANSWER_BYTES)).substring(0, ANSWER_BYTES).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
