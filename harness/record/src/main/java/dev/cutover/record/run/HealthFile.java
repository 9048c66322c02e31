package dev.cutover.record.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The injector's health on disk: {@code journal/injector-1.health.json}. A reader sees the old file or the new one, never a part. */
public final class HealthFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private HealthFile() {}

    public static void write(Path file, InjectorHealth health) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(health));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads what was written last.
     *
     * @throws IOException if there is none, or it is not a health file
     */
    public static InjectorHealth read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), InjectorHealth.class);
    }
}
