package dev.cutover.reports.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON files of a run directory; what is absent or damaged becomes a gap. */
final class JsonFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFiles() {}

    static Json json(Path file, String consequence, Gaps gaps) throws IOException {
        if (!Files.exists(file)) {
            gaps.add(file.getFileName() + " is missing: " + consequence);
            return Json.MISSING;
        }
        try {
            return new Json(JSON.readTree(file.toFile()));
        } catch (JsonProcessingException e) {
            gaps.add(file.getFileName() + " is not readable as JSON: " + consequence);
            return Json.MISSING;
        }
    }

    static List<LoggedEvent> events(Path file, Gaps gaps) throws IOException {
        if (!Files.exists(file)) {
            gaps.add("events.jsonl is missing: what the testbed did, and when, is not known");
            return List.of();
        }
        List<LoggedEvent> events = new ArrayList<>();
        int torn = 0;
        for (String line : lines(file)) {
            try {
                events.add(LoggedEvent.of(new Json(JSON.readTree(line))));
            } catch (JsonProcessingException e) {
                torn++; // the line being written when the run was killed
            }
        }
        if (torn > 0) {
            gaps.add("events.jsonl has " + torn + " damaged line(s), which are left out");
        }
        return events;
    }

    private static List<String> lines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file); // a torn line may end inside a character
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
