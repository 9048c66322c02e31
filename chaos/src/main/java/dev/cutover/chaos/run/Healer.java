package dev.cutover.chaos.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.process.RecordedProcess;
import dev.cutover.record.event.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finishes the job of a testbed that crashed: undoes its faults, the latest first, and ends what it started. */
public final class Healer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path events;
    private final EventLog log;
    private final List<String> done = new ArrayList<>();
    private final List<String> notDone = new ArrayList<>();

    /**
     * What came of it, one text for each fault and process; both empty when there was nothing left to do.
     *
     * @param notDone what could not be done, and why
     */
    public record Healed(List<String> done, List<String> notDone) {
        public Healed {
            done = List.copyOf(done);
            notDone = List.copyOf(notDone);
        }
    }

    /**
     * Heals one run.
     *
     * @param events the run's {@code events.jsonl}
     * @param log appends to the same file what was done
     */
    public Healer(Path events, EventLog log) {
        this.events = events;
        this.log = log;
    }

    /** Does what can be done; what cannot keeps nothing else from being done. */
    public Healed heal() throws IOException {
        List<JsonNode> recorded = read();
        for (JsonNode intent : unhealed(recorded).reversed()) {
            heal(intent);
        }
        for (JsonNode process : notEnded(recorded).reversed()) {
            end(process);
        }
        return new Healed(done, notDone);
    }

    private void heal(JsonNode intent) {
        String what =
                "fault " + text(intent, "id") + " (" + text(intent, "fault") + " on " + text(intent, "target") + "): ";
        try {
            String how = Undo.of(intent, at(intent));
            record(intent, "healed", how);
            done.add(what + how);
        } catch (RuntimeException e) {
            record(intent, "heal-failed", e.toString());
            notDone.add(what + "NOT healed: " + e.getMessage());
        }
    }

    private void record(JsonNode intent, String state, String evidence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String key : List.of("id", "fault", "target", "phase")) {
            fields.put(key, text(intent, key));
        }
        fields.put("state", state);
        fields.put("evidence", evidence);
        log.record("fault", fields);
    }

    private void end(JsonNode started) {
        recordedProcess(started, at(started)).find().ifPresent(process -> {
            String component = text(started, "component");
            String what = "process " + process.pid() + " (" + component + "): ";
            try {
                ProcessTree.kill(process);
                log.record("process", Map.of("component", component, "pid", process.pid(), "state", "ended"));
                done.add(what + "ended");
            } catch (IllegalStateException e) {
                notDone.add(what + "NOT ended: " + e.getMessage());
            }
        });
    }

    static RecordedProcess recordedProcess(JsonNode fields, Instant recorded) {
        return new RecordedProcess(
                fields.path("pid").asLong(-1), fields.path("startTicks").asLong(0), recorded);
    }

    private static List<JsonNode> unhealed(List<JsonNode> recorded) {
        Map<String, JsonNode> open = new LinkedHashMap<>();
        for (JsonNode event : recorded) {
            if (text(event, "kind").equals("fault")) {
                switch (text(event, "state")) {
                    case "intent" -> open.put(text(event, "id"), event);
                    case "healed" -> open.remove(text(event, "id"));
                    default -> {}
                }
            }
        }
        return List.copyOf(open.values());
    }

    private static List<JsonNode> notEnded(List<JsonNode> recorded) {
        Map<Long, JsonNode> running = new LinkedHashMap<>();
        for (JsonNode event : recorded) {
            if (text(event, "kind").equals("process")) {
                switch (text(event, "state")) {
                    case "started" -> running.put(event.path("pid").asLong(), event);
                    case "ended" -> running.remove(event.path("pid").asLong());
                    default -> {}
                }
            }
        }
        return List.copyOf(running.values());
    }

    private List<JsonNode> read() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                // The last line may be half written; whatever else is unreadable must not keep the rest from being
                // healed.
                done.add("skipped an unreadable line of " + events + ": " + e.getOriginalMessage());
            }
        }
        return lines;
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(text(event, "at"));
    }

    private static String text(JsonNode event, String key) {
        return event.path(key).asText();
    }
}
