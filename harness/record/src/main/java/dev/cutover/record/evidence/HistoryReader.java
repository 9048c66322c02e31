package dev.cutover.record.evidence;

import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.run.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Loads the journals of a run. */
public final class HistoryReader {
    private HistoryReader() {}

    /**
     * Reads every {@code *.slots} file of the directory.
     *
     * @throws IOException if there is none, or one lacks slots that were claimed
     */
    public static History read(Path journals, List<Manifest.Kind> kinds) throws IOException {
        List<JournalReader> readers = new ArrayList<>();
        try {
            for (Path file : files(journals)) {
                readers.add(whole(file));
            }
            if (readers.isEmpty()) {
                throw new NoSuchFileException(journals + " holds no journal");
            }
            return new History(columns(readers), kinds);
        } finally {
            for (JournalReader reader : readers) {
                reader.close();
            }
        }
    }

    private static JournalReader whole(Path file) throws IOException {
        JournalReader reader = JournalReader.open(file);
        long size = reader.size();
        long claimed = reader.claimed();
        if (size < claimed) {
            reader.close();
            throw new IOException(file.getFileName() + " has room for " + size + " slots, but " + claimed
                    + " were claimed: its end is missing");
        }
        return reader;
    }

    private static HistoryColumns columns(List<JournalReader> readers) {
        // Asked once: a journal that is still written to may grow meanwhile.
        long[] sizes = readers.stream().mapToLong(JournalReader::size).toArray();
        long total = 0;
        for (long size : sizes) {
            total += size;
        }
        HistoryColumns columns = new HistoryColumns(Math.toIntExact(total));
        for (int r = 0; r < sizes.length; r++) {
            for (long slot = 0; slot < sizes[r]; slot++) {
                columns.add(readers.get(r), slot);
            }
        }
        return columns;
    }

    private static List<Path> files(Path journals) throws IOException {
        if (!Files.isDirectory(journals)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(journals)) {
            return files.filter(file -> file.toString().endsWith(".slots"))
                    .sorted()
                    .toList();
        }
    }
}
