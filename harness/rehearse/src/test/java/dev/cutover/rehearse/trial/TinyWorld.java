package dev.cutover.rehearse.trial;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Jdbc;
import dev.cutover.environment.spec.Link;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.rehearse.Broker;
import dev.cutover.rehearse.Databases;
import dev.cutover.rehearse.Sentinel;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** Two systems with notes and names, what copies between them, and what routes; each part can be made to be wrong. */
final class TinyWorld implements Environment, Databases, Broker {

    /** What is wrong, by the words that the parts ask for. */
    final Set<String> wrong = new CopyOnWriteArraySet<>();

    final List<String> letters = new ArrayList<>();

    /** Who can be asked directly. */
    final Map<String, Address> listening = new HashMap<>();

    private final Map<String, Side> sides = Map.of("old", new Side(), "new", new Side());
    private String serving = "old";

    /** What one system holds: notes with their keys, names with the operations that wrote them. */
    static final class Side {
        final Map<Long, String> notes = new TreeMap<>();
        final Map<String, Long> names = new TreeMap<>();
    }

    synchronized String serving() {
        return serving;
    }

    synchronized Side side() {
        return side(serving);
    }

    private Side side(String name) {
        Side side = sides.get(name);
        if (side == null) {
            throw new IllegalArgumentException(name);
        }
        return side;
    }

    /** What serves goes to the other side. */
    private void copy() {
        Side from = side();
        Side to = side(serving.equals("old") ? "new" : "old");
        to.notes.clear();
        to.notes.putAll(from.notes);
        to.names.putAll(from.names);
    }

    private synchronized ComponentControl.Ran run(List<String> command, Map<String, String> values) {
        String what = command.getFirst();
        if (wrong.contains(what + " fails")) {
            return new ComponentControl.Ran(1, what + ": no such host");
        }
        if (!wrong.contains(what + " copies nothing")) {
            copy();
        }
        if (what.equals("switch") && !wrong.contains("switch does nothing")) {
            serving = values.getOrDefault("mode", "?");
        }
        return new ComponentControl.Ran(0, "");
    }

    // The databases.

    @Override
    public Database connect(String component, String database) {
        return new TinyDatabase(this, component.replace("-db", ""));
    }

    /** Rows of a query on one side. */
    synchronized List<String[]> rows(String system, String query) {
        Side side = side(system);
        List<String[]> rows = new ArrayList<>();
        switch (query) {
            case "notes" -> {
                if (!wrong.contains(system + " shows no id")) {
                    side.notes.forEach((id, key) -> rows.add(new String[] {Long.toString(id), key}));
                }
            }
            case "texts" ->
                side.notes.forEach((id, key) -> rows.add(new String[] {
                    Long.toString(wrong.contains(system + " tells nothing") ? 0 : id),
                    (wrong.contains(system + " garbles") ? "Note of " : "note of ") + key
                }));
            case "names" -> side.names.forEach((key, id) -> rows.add(new String[] {key, Long.toString(id)}));
            case "accounts" -> rows.add(new String[] {"1", wrong.contains(system + " differs") ? "one" : "1"});
            case "nothing" -> {
                if (wrong.contains("invariant")) {
                    rows.add(new String[] {"7", "below 0"});
                }
            }
            default -> throw new IllegalArgumentException("no table " + query);
        }
        return rows;
    }

    // The broker.

    @Override
    public void send(Send.Kafka record, Sentinel sentinel) {
        throw new UnsupportedOperationException("no sentinel goes by topic");
    }

    @Override
    public List<End> ends() {
        return List.of();
    }

    @Override
    public StreamLog.Extent read(String component, String topic, Taker taker) throws IOException {
        throw new IOException("nobody asks for it");
    }

    @Override
    public List<String> deadLetters() {
        return letters;
    }

    // The environment.

    @Override
    public ComponentControl component(String name) {
        return new TinyComponent(name, this::run);
    }

    @Override
    public Collection<Link> links() {
        return List.of();
    }

    @Override
    public Address proxy(String link) {
        throw new UnsupportedOperationException("nothing is proxied");
    }

    @Override
    public String origin(String component, String port) {
        return "http://" + direct(component, port);
    }

    @Override
    public String origin(String link) {
        throw new UnsupportedOperationException("nothing is proxied");
    }

    @Override
    public Address direct(String component, String port) {
        Address address = listening.get(component);
        if (address == null) {
            throw new UnsupportedOperationException("nobody listens");
        }
        return address;
    }

    @Override
    public String databasePassword() {
        return "";
    }

    @Override
    public Optional<Jdbc> jdbc(String component) {
        return Optional.empty();
    }

    @Override
    public ClientRun startClient(ClientProgram program) {
        throw new UnsupportedOperationException("no program runs");
    }

    @Override
    public void close() {}

    /** What clients are answered, by operation: status and body. */
    Map<String, Asked.Answer> answers() {
        Map<String, Asked.Answer> answers = new HashMap<>();
        answers.put("add", new Asked.Answer(201, "{\"ref\": 1}", serving()));
        answers.put("drop", new Asked.Answer(200, "{}", serving()));
        answers.put("name", new Asked.Answer(200, "{}", serving()));
        answers.put("show", new Asked.Answer(200, "{\"rc\": 0}", serving()));
        return answers;
    }
}
