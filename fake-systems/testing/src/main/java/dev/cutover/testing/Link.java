package dev.cutover.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to the database server that can be cut and healed. */
public final class Link implements AutoCloseable {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile boolean cut;

    public Link() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /** The URL of the same database, by way of this link. */
    public String through(String url) {
        return url.replace(":" + Postgres.serverPort() + "/", ":" + entry.getLocalPort() + "/");
    }

    /** Ends every connection, and new ones at once. */
    public void cut() {
        cut = true;
        open.forEach(Link::end);
    }

    /** Lets new connections through again. */
    public void heal() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket client = entry.accept();
                if (cut) {
                    end(client);
                    continue;
                }
                Socket server = new Socket(entry.getInetAddress(), Postgres.serverPort());
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException e) {
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            end(to);
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }
}
