package dev.cutover.record.run;

import dev.cutover.record.json.Json;
import java.io.IOException;
import java.nio.file.Path;

/** The injector's health on disk: {@code journal/injector-1.health.json}. A reader sees the old file or the new one, never a part. */
public final class HealthFile {
    private HealthFile() {}

    public static void write(Path file, InjectorHealth health) throws IOException {
        Json.write(file, health);
    }

    /**
     * Reads what was written last.
     *
     * @throws IOException if there is none, or it is not a health file
     */
    public static InjectorHealth read(Path file) throws IOException {
        return Json.read(file, InjectorHealth.class);
    }
}
