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
     * What the journals hold.
     *
     * @param history the operations of all slots that are intact
     * @param damage one sentence for each file that has others: an operation is missing, and nobody knows which
     */
    public record Journals(History history, List<String> damage) {
        public Journals {
            damage = List.copyOf(damage);
        }
    }

    /**
     * Reads every {@code *.slots} file of the directory.
     *
     * @throws IOException if there is none, or one lacks slots that were claimed
     */
    public static Journals read(Path directory, List<Manifest.Kind> kinds) throws IOException {
        List<Whole> journals = new ArrayList<>();
        try {
            for (Path file : files(directory)) {
                journals.add(whole(file));
            }
            if (journals.isEmpty()) {
                throw new NoSuchFileException(directory + " holds no journal");
            }
            return read(journals, kinds);
        } finally {
            for (Whole journal : journals) {
                journal.reader().close();
            }
        }
    }

    /** The size is asked once: a journal that is still written to may grow meanwhile. */
    private record Whole(Path file, JournalReader reader, long size) {}

    private static Whole whole(Path file) throws IOException {
        JournalReader reader = JournalReader.open(file);
        long size = reader.size();
        long claimed = reader.claimed();
        if (size < claimed) {
            reader.close();
            throw new IOException(file.getFileName() + " has room for " + size + " slots, but " + claimed
                    + " were claimed: its end is missing");
        }
        return new Whole(file, reader, size);
    }

    private static Journals read(List<Whole> journals, List<Manifest.Kind> kinds) {
        long total = journals.stream().mapToLong(Whole::size).sum();
        HistoryColumns columns = new HistoryColumns(Math.toIntExact(total));
        List<String> damage = new ArrayList<>();
        journals.forEach(journal -> read(journal, columns, damage));
        return new Journals(new History(columns, kinds), damage);
    }

    /** A slot that was claimed and never written may as well have been lost. */
    private static void read(Whole journal, HistoryColumns columns, List<String> damage) {
        JournalReader reader = journal.reader();
        long damaged = 0;
        long first = 0;
        for (long slot = 0; slot < journal.size(); slot++) {
            if (reader.intact(slot)) {
                columns.add(reader, slot);
            } else if (damaged++ == 0) {
                first = slot;
            }
        }
        if (damaged > 0) {
            damage.add(journal.file().getFileName() + " has " + journal.size() + " slots, of which " + damaged
                    + " are damaged or were never written; the first is slot " + first);
        }
        if (reader.writtenBeyondClaimed()) {
            damage.add(journal.file().getFileName() + " has slots beyond the " + journal.size()
                    + " that its header says were claimed");
        }
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
