package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Texts;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Observed;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.StreamLog;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.plan.ObservationSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.StreamSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads, past bridge and proxies, what a run is judged by, and saves it. What cannot be read is recorded with its reason. */
final class Observer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLD = "old";

    private final RunDirectory run;
    private final Map<String, ObservationSpec> systems;
    private final Databases databases;
    private final Broker broker;
    private final Texts texts;
    private final boolean compares;
    private final Map<String, StreamSpec> streams;
    private final EffectRecords effects;
    private final EventLog events;
    private int rollbacks;
    private int kept;

    Observer(RunDirectory run, Plan plan, Parts parts, EventLog events) {
        this.run = run;
        this.systems = plan.observe();
        this.streams = plan.streams();
        this.compares = plan.compares();
        this.effects = new EffectRecords(plan.effects(), parts.environment(), parts.databases(), parts.seed());
        this.databases = parts.databases();
        this.broker = parts.broker();
        this.texts = parts.texts();
        this.events = events;
    }

    /** What the conserved totals are before the first operation, and where the records of effects begin. */
    void observeInitial() throws InterruptedException {
        if (!effects.read().isEmpty()) {
            observe("effects-initial", effects::begin);
        }
        try (Observation initial = open(OLD, "initial")) {
            initial.freeze(System.nanoTime());
            initial.read();
            events.record(initial.save());
        }
    }

    /** What must never change, of every system of which the plan says it, as it is now. */
    void observeKept() {
        kept++;
        systems.forEach((system, spec) -> {
            if (!spec.kept().isEmpty()) {
                try (Observation observation = open(system, numbered("kept", kept))) {
                    observation.freeze(System.nanoTime());
                    observation.readKept();
                    events.record(observation.save());
                }
            }
        });
    }

    private static String numbered(String moment, int time) {
        return time == 1 ? moment : moment + "-" + time;
    }

    /** Prepares to read what old holds at the instant at which a rollback is declared complete. */
    Observation beforeRollback() {
        rollbacks++;
        return open(OLD, numbered("rollback", rollbacks));
    }

    /** Every system, one after the other, and then all of them once more: nothing may have moved. */
    void observeFinal() {
        List<Observation> all = new ArrayList<>();
        for (String system : systems.keySet()) {
            try (Observation observation = open(system, "final")) {
                observation.freeze(System.nanoTime());
                observation.read();
                all.add(observation);
            }
        }
        for (Observation observation : all) {
            try (observation) {
                observation.settle();
                events.record(observation.save());
            }
        }
    }

    /**
     * The bridge's own account of the answers it compared, once it is settled; where texts are hidden, its counts without its samples. Nothing, if
     * the plan asks for none.
     */
    void observeComparisons(Controls controls) throws InterruptedException {
        if (!compares) {
            return;
        }
        observe("comparisons", () -> {
            String account = new ComparisonAccount(controls).settled();
            write(
                    "comparisons.json",
                    texts.asTheyAre()
                            ? account
                            : Json.MAPPER.writeValueAsString(Json.MAPPER.readValue(account, Comparisons.class)));
        });
    }

    /** What the operations have had outside both systems, as far as no third party writes it down itself. */
    void observeEffects() throws InterruptedException {
        for (String name : effects.read()) {
            observe("effects-" + name, () -> effects.save(name, run.observed()));
        }
    }

    /** What each topic between the systems carries: of its records only which operations they name. */
    void observeStreams() throws InterruptedException {
        for (Map.Entry<String, StreamSpec> stream : streams.entrySet()) {
            Path file = run.observed().resolve(StreamLog.file(stream.getKey()));
            observe("stream-" + stream.getKey(), () -> save(stream.getValue(), file));
        }
    }

    private void save(StreamSpec stream, Path file) throws IOException {
        Look operation = Look.of(stream.operation());
        try (StreamLog.Writer lines = new StreamLog.Writer(file)) {
            lines.end(broker.read(
                    stream.component(),
                    stream.topic(),
                    (partition, offset, record) -> lines.entry(partition, offset, operation.text(record))));
        }
    }

    /** Where each topic ends. */
    void observeTopics() throws InterruptedException {
        observe("topics", () -> {
            var lines = new StringBuilder();
            for (Broker.End end : broker.ends()) {
                lines.append(JSON.writeValueAsString(end)).append('\n');
            }
            write("topics.jsonl", lines.toString());
        });
    }

    /** Every change that could not be applied. */
    void observeDeadLetters() throws InterruptedException {
        observe("dead-letters", () -> {
            var letters = new StringBuilder();
            broker.deadLetters()
                    .forEach(letter -> letters.append(texts.kept("", letter.replace('\n', ' ')))
                            .append('\n'));
            write("dead-letters.jsonl", letters.toString());
        });
    }

    private interface Reading {
        void save() throws IOException, SQLException, InterruptedException;
    }

    private void observe(String name, Reading reading) throws InterruptedException {
        long invokedNs = System.nanoTime();
        String reason = "";
        try {
            reading.save();
        } catch (IOException | SQLException | RuntimeException e) {
            reason = e.toString();
        }
        events.record(new Observed(name, invokedNs, System.nanoTime(), reason.isEmpty(), reason));
    }

    private void write(String name, String text) throws IOException {
        Path file = run.observed().resolve(name);
        Files.writeString(file, text);
    }

    private Observation open(String system, String moment) {
        var dump = new DumpWriter(run.observed(), system, moment, texts);
        return new Observation(databases, systems.get(system), system, moment, dump);
    }
}
