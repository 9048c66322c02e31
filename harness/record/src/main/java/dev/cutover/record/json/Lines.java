package dev.cutover.record.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines in UTF-8, each ended by a line feed; no more of it is held than one line, however large the file is. */
public final class Lines {
    /** In bytes. No run writes a longer line; what has one is no file of lines. */
    public static final int LONGEST = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reading reading;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    private Lines(Reading reading) {
        this.reading = reading;
    }

    /** What is done with a line. */
    public interface Reading {
        /**
         * Takes the next line.
         *
         * @param number 1, 2, 3 …
         */
        void line(String line, long number) throws IOException;
    }

    /** Reads a file to its end; says how many lines there were. */
    public static long each(Path file, Reading reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return each(in, reading);
        }
    }

    /** Reads a stream to its end; says how many lines there were. */
    public static long each(InputStream in, Reading reading) throws IOException {
        var lines = new Lines(reading);
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            lines.take(buffer, read);
        }
        if (lines.line.size() > 0) {
            lines.end();
        }
        return lines.number;
    }

    private void take(byte[] bytes, int length) throws IOException {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                line.write(bytes, from, at - from);
                end();
                from = at + 1;
            }
        }
        line.write(bytes, from, length - from);
        if (line.size() > LONGEST) {
            throw new IOException("line " + (number + 1) + " is longer than " + (LONGEST >> 20) + " MiB");
        }
    }

    /** A byte that is no UTF-8 becomes a replacement character: a damaged file may have any. */
    private void end() throws IOException {
        number++;
        reading.line(line.toString(StandardCharsets.UTF_8), number);
        line.reset();
    }
}
