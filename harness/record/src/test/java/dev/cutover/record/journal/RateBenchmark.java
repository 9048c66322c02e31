package dev.cutover.record.journal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Measures the rate that clients reach with the journal against the rate without it, in pairs of rounds. Each operation is the cheapest
 * there can be, 200 bytes there and back over loopback, so that the journal's share is as large as it can be. Goal: at least 0.98.
 */
final class RateBenchmark {
    private static final int CLIENTS = 4;
    private static final int PAIRS = 101;
    private static final long ROUND_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BODY = 200;

    private RateBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("rate-benchmark");
        Path file = directory.resolve("injector-1.slots");
        try (ExecutorService threads = Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().factory());
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Journal journal = Journal.open(file)) {
            var unused = threads.submit(() -> accept(server, threads));
            Operation bare = Exchange::send;
            Operation journalled = (exchange, id) -> {
                long slot = journal.invoke((int) id & 63, (byte) 1, (int) id & 1023, id);
                exchange.send(id);
                journal.complete(slot, Outcome.OK, 1, (short) 200, 1, ServedBy.OLD.code());
            };
            compare(threads, server.getLocalPort(), bare, journalled);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static void compare(ExecutorService threads, int port, Operation bare, Operation journalled)
            throws InterruptedException, ExecutionException {
        List<Double> ratios = new ArrayList<>();
        rate(threads, port, bare);
        rate(threads, port, journalled);
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean bareFirst = pair % 2 == 0;
            double first = rate(threads, port, bareFirst ? bare : journalled);
            double second = rate(threads, port, bareFirst ? journalled : bare);
            double with = bareFirst ? second : first;
            double without = bareFirst ? first : second;
            ratios.add(with / without);
        }
        ratios.sort(null);
        System.out.printf(
                "rate with the journal / without, median of %d pairs: %.3f (quartiles %.3f and %.3f)%n",
                PAIRS, ratios.get(PAIRS / 2), ratios.get(PAIRS / 4), ratios.get(PAIRS - 1 - PAIRS / 4));
    }

    /** Operations per second of all clients together, over one round. */
    private static double rate(ExecutorService threads, int port, Operation operation)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(threads.submit(() -> client(port, operation)));
        }
        long operations = 0;
        for (Future<Long> client : clients) {
            operations += client.get();
        }
        return operations * 1e9 / ROUND_NS;
    }

    private static long client(int port, Operation operation) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            Exchange exchange = new Exchange(socket.getOutputStream(), new DataInputStream(socket.getInputStream()));
            long end = System.nanoTime() + ROUND_NS;
            long done = 0;
            while (System.nanoTime() < end) {
                operation.run(exchange, ++done);
            }
            return done;
        }
    }

    private static Void accept(ServerSocket server, ExecutorService threads) throws IOException {
        while (!server.isClosed()) {
            Socket socket = server.accept();
            var unused = threads.submit(() -> echo(socket));
        }
        return null;
    }

    private static Void echo(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] body = new byte[BODY];
            while (true) {
                in.readFully(body);
                socket.getOutputStream().write(body);
            }
        } catch (EOFException clientDone) {
            return null;
        }
    }

    private interface Operation {
        void run(Exchange exchange, long id) throws IOException;
    }

    private record Exchange(OutputStream out, DataInputStream in) {
        void send(long id) throws IOException {
            byte[] body = new byte[BODY];
            body[0] = (byte) id;
            out.write(body);
            in.readFully(body);
        }
    }
}
