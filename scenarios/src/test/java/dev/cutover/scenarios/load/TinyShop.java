package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server of the old contract that remembers who asked what, and misbehaves on demand. */
final class TinyShop implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How a request is treated. */
    enum Manner {
        ANSWER,
        ERROR,
        HANG,
        HANG_UP
    }

    /** Decides how the n-th attempt of an operation is treated, from 1. */
    interface Manners {
        Manner of(long operation, int attempt);
    }

    /** The manners in which each operation id was received, in order. */
    final Map<Long, List<Manner>> received = new ConcurrentHashMap<>();

    /** Where requests came from: a connection each. */
    final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

    final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong orders = new AtomicLong(100_000_000);
    private final Map<Long, Character> states = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Manners manners;
    private final HttpServer server;

    TinyShop(Manners manners) throws IOException {
        this.manners = manners;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/shop/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        connections.add(exchange.getRemoteAddress());
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        long id = Long.parseLong(request.path("opId").asText("0"));
        String path = exchange.getRequestURI().getPath();
        Manner manner = id == 0 ? Manner.ANSWER : note(id);
        switch (manner) {
            case ANSWER -> respond(exchange, 200, answer(path, request));
            case ERROR -> respond(exchange, 500, JSON.createObjectNode().put("rc", 50));
            case HANG -> {
                awaitClosing();
                exchange.close();
            }
            case HANG_UP -> exchange.close();
        }
    }

    private Manner note(long id) {
        requests.incrementAndGet();
        List<Manner> attempts = received.computeIfAbsent(id, first -> new CopyOnWriteArrayList<>());
        Manner manner = manners.of(id, attempts.size() + 1);
        attempts.add(manner);
        return manner;
    }

    private ObjectNode answer(String path, JsonNode request) {
        ObjectNode answer = JSON.createObjectNode().put("rc", 0).put("msg", "").put("ver", 7);
        long order = request.path("ordNo").longValue();
        switch (path) {
            case "/shop/place-order" -> {
                long number = orders.incrementAndGet();
                states.put(number, 'O');
                answer.put("ordNo", number);
            }
            case "/shop/pay-order" -> answer.put("rc", move(order, 'O', 'P')).put("ordNo", order);
            case "/shop/cancel-order" -> answer.put("rc", move(order, 'O', 'C')).put("ordNo", order);
            case "/shop/delete-order" -> answer.put("rc", move(order, 'C', 'D')).put("ordNo", order);
            case "/shop/recreate-order" ->
                answer.put("rc", move(order, 'D', 'O')).put("ordNo", order);
            case "/shop/transfer-credit" ->
                answer.put("rc", request.path("amtC").longValue() > 1_000_000 ? 20 : 0);
            case "/shop/change-email" ->
                answer.put("email", request.path("email").asText());
            case "/shop/read-customer" -> answer.put("creditC", 4_200).put("email", "seen@h1.example");
            case "/shop/read-orders" -> answer.putArray("orders").addObject().put("ordNo", 17);
            default -> throw new IllegalArgumentException(path);
        }
        return answer;
    }

    private int move(long order, char from, char to) {
        if (!states.containsKey(order)) {
            return 11;
        }
        return states.replace(order, from, to) ? 0 : 22;
    }

    private static void respond(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("X-Served-By", "old");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
