package dev.cutover.scenarios.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutover.record.journal.OperationIds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with methods, status codes, XML, headers and paths of its own, that says no more than it must. */
final class TinyNotes implements AutoCloseable {
    /** The plan's load for it. */
    static final String LOAD = """
            target: client->edge
            operations-per-second: 100
            at-most: 30 s
            attempts: 2
            think-time: 20 ms
            warm-up: show
            operations:
              add:
                role: append
                repeatable: true
                ok: [{ status: 201 }]
                refused: [{ status: 409 }]
                keep: { note: { body: '<id>(.+)</id>' } }
                asks: 'by ${name}'
                request:
                  post: '/a/${key}/notes'
                  headers: { Idempotency-Key: '${id uuid}', X-Who: '${name}' }
                  body: '{"ref":"${id}","by":"${name}"}'
              name: { role: register, ok: [{ status: 200 }], request: { put: '/a/${key}/name?who=${name}', body: 'n-${id}', headers: { Content-Type: text/plain } } }
              drop: { role: delete, of: add, ok: [{ status: 204, header: x-result, is: gone }], request: { delete: '/a/${key}/notes/${note}' } }
              show: { role: read, version: /version, content: [/version], ok: [{ status: 200 }], request: { get: '/a/${key}' } }
            stories:
              - { weight: 2, steps: [show, add, drop] }
              - { weight: 1, steps: [name] }
            """;

    /** Operation ids of notes that are there, by the notes' own ids. */
    final Map<String, Long> notes = new ConcurrentHashMap<>();

    /** Of notes that were dropped. */
    final Set<Long> dropped = ConcurrentHashMap.newKeySet();

    final Queue<String> names = new ConcurrentLinkedQueue<>();
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    final AtomicInteger failed = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    TinyNotes() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/a/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String uri = exchange.getRequestURI().toString();
        switch (exchange.getRequestMethod()) {
            case "POST" -> add(exchange, body);
            case "PUT" -> {
                names.add(body);
                require(uri.endsWith("?who=O%27Neil%20%26%20%22Z%C3%B6e%22"), uri);
                require("text/plain".equals(exchange.getRequestHeaders().getFirst("Content-Type")), "a content type");
                // The name is taken, but nobody is told.
                respond(exchange, names.size() % 7 == 0 ? 503 : 200, "");
            }
            case "DELETE" -> {
                Long note = notes.remove(uri.substring(uri.lastIndexOf('/') + 1));
                require(note != null, uri);
                dropped.add(note == null ? 0 : note);
                exchange.getResponseHeaders().set("X-Result", "gone");
                respond(exchange, 204, "");
            }
            default -> respond(exchange, 200, "{\"version\":7}");
        }
    }

    private void add(HttpExchange exchange, String body) throws IOException {
        long id = OperationIds.read(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse(0);
        require(body.equals("{\"ref\":\"" + id + "\",\"by\":\"O'Neil & \\\"Zöe\\\"\"}"), body);
        require("application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type")), "JSON");
        if (id % 11 == 0 && failed.incrementAndGet() % 2 == 1) {
            respond(exchange, 500, "");
        } else {
            notes.put("note-" + id, id);
            respond(exchange, 201, "<note><id>note-" + id + "</id></note>");
        }
    }

    private void require(boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private static void respond(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
