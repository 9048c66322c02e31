package dev.cutover.record.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of a JSON-lines file.
 *
 * @param values each whole line, in the file's order
 * @param torn numbers (from 1) of lines that are not whole: cut short when their writer was killed
 */
public record JsonLines(List<Map<String, Object>> values, List<Integer> torn) {
    public JsonLines {
        values = List.copyOf(values);
        torn = List.copyOf(torn);
    }

    public static JsonLines read(Path file) throws IOException {
        List<Map<String, Object>> values = new ArrayList<>();
        List<Integer> torn = new ArrayList<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                values.add(Json.MAPPER.readValue(line, Json.OBJECT));
            } catch (JsonProcessingException e) {
                torn.add(number);
            }
        }
        return new JsonLines(values, torn);
    }
}
