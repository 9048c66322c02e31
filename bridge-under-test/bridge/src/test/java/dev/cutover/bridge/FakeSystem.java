package dev.cutover.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutover.bridge.adapter.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A system that answers what it is told to, remembers what it was asked, keeps fences, and can be frozen. */
public final class FakeSystem implements AutoCloseable {
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        public JsonNode json() throws IOException {
            return Json.read(body.getBytes(StandardCharsets.UTF_8));
        }

        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? "" : values.getFirst();
        }
    }

    public interface Behaviour {
        Reply reply(Asked asked) throws InterruptedException, IOException;
    }

    public record Reply(int status, ObjectNode body, Map<String, String> headers) {
        public Reply(int status, ObjectNode body) {
            this(status, body, Map.of());
        }
    }

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final Map<Integer, Long> fences = new ConcurrentHashMap<>();
    final AtomicInteger fenceStatus = new AtomicInteger(200);

    static {
        // Or every answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Behaviour behaviour;
    private volatile CountDownLatch thaw = new CountDownLatch(0);

    FakeSystem(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** From now on requests get no answer, until {@link #unfreeze()}. */
    void freeze() {
        thaw = new CountDownLatch(1);
    }

    void unfreeze() {
        thaw.countDown();
    }

    @Override
    public void close() {
        unfreeze();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        Asked request = new Asked(
                http.getRequestMethod(),
                path,
                http.getRequestHeaders(),
                new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Reply reply;
        try {
            if (path.startsWith("/admin/fence")) {
                reply = fence(path, request.json());
            } else {
                asked.add(request);
                thaw.await();
                reply = behaviour.reply(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            http.close();
            return;
        }
        byte[] body = Json.write(reply.body());
        reply.headers().forEach(http.getResponseHeaders()::set);
        http.sendResponseHeaders(reply.status(), body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    private Reply fence(String path, JsonNode json) {
        int bucket = path.equals("/admin/fence")
                ? json.path("bucket").asInt()
                : Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        long epoch = fences.merge(bucket, json.path("epoch").asLong(), Math::max);
        return new Reply(fenceStatus.get(), Json.object().put("rc", 0).put("epoch", epoch));
    }
}
