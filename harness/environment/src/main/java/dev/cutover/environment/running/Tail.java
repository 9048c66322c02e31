package dev.cutover.environment.running;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a message. */
public final class Tail {
    private static final int BYTES = 65_536;

    private Tail() {}

    /** Its last lines; at most the last 64 KiB are looked at. */
    public static List<String> of(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(file.length(), BYTES)];
            file.seek(file.length() - last.length);
            file.readFully(last);
            List<String> all = new String(last, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }
}
