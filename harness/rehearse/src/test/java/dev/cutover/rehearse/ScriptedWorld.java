package dev.cutover.rehearse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Two systems that always agree, a bridge, a load and faults, in memory; what goes wrong, and where, is scripted by hooks. */
final class ScriptedWorld implements BareEnvironment, LoadControl, FaultControl, Databases, Broker {

    /** What happens at a point of the rehearsal, in the thread that comes there. */
    interface Hook {
        void run() throws Exception;
    }

    /** What was done to bring everything to rest, in order. */
    final List<String> rest = new CopyOnWriteArrayList<>();

    private final Map<String, Hook> hooks = new ConcurrentHashMap<>();
    private final List<String[]> ledger = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Path journal;
    private final Thread client = new Thread(this::send, "scripted load");
    private volatile boolean sending = true;
    private volatile boolean stopped;
    private volatile boolean onNew;
    private int epoch;

    ScriptedWorld(RunDirectory run) throws IOException {
        this.journal = run.journal().resolve("injector-1.slots");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/routing", this::routing);
        server.createContext("/bootstrap", exchange -> at("bootstrap", exchange, "{\"state\":\"done\",\"copied\":7}"));
        server.createContext("/lag", exchange -> at("lag", exchange, "{}"));
        server.createContext("/comparisons", exchange -> at("comparisons", exchange, ScriptedPlan.account(0)));
        server.start();
    }

    ScriptedWorld at(String point, Hook hook) {
        hooks.put(point, hook);
        return this;
    }

    ScriptedWorld beforePhase(String phase, Hook hook) {
        return at("phase " + phase, hook);
    }

    Environment startEnvironment() {
        reach("environment");
        return this;
    }

    void die() {
        sending = false;
    }

    /** A write that both systems apply long after its client has gone. */
    void arriveLate() {
        synchronized (ledger) {
            ledger.add(new String[] {"1", "9999", "999999", "9999999"});
        }
    }

    void waitUntilOver() throws InterruptedException {
        over.await();
    }

    void end() throws InterruptedException {
        sending = false;
        over.countDown();
        client.join();
        server.stop(0);
        threads.shutdownNow();
    }

    private void reach(String point) {
        reach(hooks, point);
    }

    static void reach(Map<String, Hook> hooks, String point) {
        try {
            hooks.getOrDefault(point, () -> {}).run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void routing(HttpExchange exchange) throws IOException {
        onNew = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains("\"new\"");
        epoch++;
        at("routing", exchange, "{\"epoch\":" + epoch + ",\"moves\":[]}");
    }

    private void at(String point, HttpExchange exchange, String answer) throws IOException {
        String body = answer;
        int status = 200;
        try {
            hooks.getOrDefault(point, () -> {}).run();
        } catch (Exception e) {
            body = String.valueOf(e.getMessage());
            status = body.startsWith("{") ? 200 : 409;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void send() {
        Map<Integer, Integer> versions = new HashMap<>();
        try (Journal written = Journal.open(journal)) {
            for (int id = 1; sending; id++) {
                int key = 1 + id % 10;
                long slot = written.invoke(1, (byte) 0, key, id);
                int version = versions.merge(key, 1, Integer::sum);
                byte servedBy = (onNew ? ServedBy.NEW : ServedBy.OLD).code();
                synchronized (ledger) {
                    ledger.add(new String[] {"" + key, "" + version, "" + id, "" + id});
                }
                written.complete(slot, Outcome.OK, version, Cause.NONE, 1, servedBy);
                LockSupport.parkNanos(500_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path journal() {
        return journal;
    }

    @Override
    public void start() throws InterruptedException {
        reach("load");
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        client.start();
    }

    @Override
    public boolean alive() {
        return sending;
    }

    @Override
    public String lastWords() {
        return "no memory left";
    }

    @Override
    public void stop() throws InterruptedException {
        rest.add("load stopped");
        sending = false;
        boolean interrupted = Thread.interrupted();
        client.join();
        stopped = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start(String phase, List<FaultSpec> faults) {
        reach("phase " + phase);
    }

    @Override
    public void awaitDone() {}

    @Override
    public void healAll() {
        rest.add("faults healed");
        reach("heal");
    }

    @Override
    public Database connect(String component, String database) {
        return new ScriptedDatabase(() -> (stopped ? "final " : "early ") + component, hooks, ledger);
    }

    @Override
    public void send(Send.Kafka record, Sentinel sentinel) {
        reach("sentinel");
    }

    @Override
    public List<End> ends() {
        reach("topics");
        return List.of(new End("prices", 0, 0, 9));
    }

    @Override
    public StreamLog.Extent read(String component, String topic, Taker taker) throws IOException {
        reach("stream");
        return ScriptedPlan.carried(topic, taker);
    }

    @Override
    public List<String> deadLetters() {
        return List.of();
    }

    @Override
    public ComponentControl component(String name) {
        return new ScriptedComponent(name, hooks);
    }

    @Override
    public Address direct(String component, String port) {
        return new Address("127.0.0.1", server.getAddress().getPort());
    }

    /** Of the load and of the environment: the load is closed first. */
    @Override
    public void close() {
        rest.add("closed");
    }
}
