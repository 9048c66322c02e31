package dev.cutover.record.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON-lines files in which every line must be whole. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * Each line as a value.
     *
     * @throws IOException if a line is torn or lacks something: what was lost with it might have excused somebody
     */
    public static <T> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> values = new ArrayList<>();
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                values.add(value(line, type, values.size() + 1));
            }
        }
        return values;
    }

    private static <T> T value(String line, Class<T> type, int number) throws IOException {
        try {
            T value = Json.MAPPER.readValue(line, type);
            if (value == null) {
                throw new IOException("line " + number + " is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IOException("line " + number + " is torn: " + e.getOriginalMessage(), e);
        }
    }
}
