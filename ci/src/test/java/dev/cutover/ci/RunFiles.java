package dev.cutover.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run left in its directory. */
record RunFiles(Path root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode verdict() throws IOException {
        return JSON.readTree(root.resolve("verdict.json").toFile());
    }

    /** The ids of the checkers with this result. */
    List<String> checkers(String result) throws IOException {
        List<String> checkers = new ArrayList<>();
        for (JsonNode finding : verdict().path("findings")) {
            if (finding.path("result").asText().equals(result)) {
                checkers.add(finding.path("checker").asText());
            }
        }
        return checkers;
    }

    List<JsonNode> events(String kind) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("events.jsonl"))) {
            if (line.endsWith("}")) {
                JsonNode event = JSON.readTree(line);
                if (event.path("kind").asText().equals(kind)) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** Processes that the run started and that still run. */
    List<String> leftovers() throws IOException {
        List<String> left = new ArrayList<>();
        for (JsonNode event : events("process")) {
            if (event.path("state").asText().equals("started")) {
                ProcessHandle.of(event.path("pid").asLong())
                        .filter(RunFiles::running)
                        .ifPresent(process -> left.add(event.path("component").asText() + " " + process.pid()));
            }
        }
        return left;
    }

    /** A process that has ended may wait a second, or for ever, until process 1 collects it; Java calls it alive meanwhile. */
    static boolean running(ProcessHandle process) {
        return ProcessTree.alive(process);
    }
}
