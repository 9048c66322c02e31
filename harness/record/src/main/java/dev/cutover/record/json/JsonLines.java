package dev.cutover.record.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads JSON-lines files in which every line must be whole. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * Gives each line as a value.
     *
     * @throws IOException if a line is torn or lacks something: what was lost with it might have excused somebody
     */
    public static <T> void each(Path file, Class<T> type, Consumer<T> taker) throws IOException {
        Lines.each(file, (line, number) -> taker.accept(value(line, type, number)));
    }

    /** A value as a line, without its end. */
    public static String line(Object value) throws IOException {
        return Json.MAPPER.writeValueAsString(value);
    }

    private static <T> T value(String line, Class<T> type, long number) throws IOException {
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
