package dev.cutover.record.evidence;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.dump.StateDumpReader;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads a run directory; what is missing or damaged is absent and named, never an exception. */
public final class EvidenceReader {
    private final RunDirectory directory;
    private final List<String> absent = new ArrayList<>();

    private EvidenceReader(RunDirectory directory) {
        this.directory = directory;
    }

    /**
     * Loads everything.
     *
     * @throws EvidenceException if there is no usable manifest, without which nothing can be judged
     */
    public static Evidence read(RunDirectory directory) {
        return new EvidenceReader(directory).read();
    }

    private Evidence read() {
        Manifest manifest = Manifest.read(directory);
        List<Manifest.Kind> kinds = manifest.kinds();
        Path observed = directory.observed();
        return new Evidence(
                directory.root().toAbsolutePath().normalize().getFileName().toString(),
                manifest,
                part("journal", () -> HistoryReader.read(own(directory.journal()), kinds))
                        .orElseGet(() -> History.of(List.of(), kinds)),
                part("events.jsonl", this::events).orElse(List.of()),
                part("observed", () -> dumps(own(observed))).orElse(Map.of()),
                part("old-initial.totals.json", () -> initialTotals(observed)).orElse(Map.of()),
                part("payments.jsonl", () -> PaymentCall.read(own(payments()))),
                part("updates.jsonl", () -> Update.read(own(observed.resolve("updates.jsonl")))),
                part("comparisons.json", () -> Json.readObject(own(observed.resolve("comparisons.json"))))
                        .map(EvidenceReader::withoutNulls)
                        .orElse(Map.of()),
                part("injector-1.health.json", () -> Json.readObject(own(health())))
                        .map(EvidenceReader::withoutNulls)
                        .orElse(Map.of()),
                absent);
    }

    private interface Part<T> {
        T read() throws IOException;
    }

    private <T> Optional<T> part(String name, Part<T> part) {
        try {
            return Optional.of(part.read());
        } catch (NoSuchFileException | FileNotFoundException e) {
            absent.add(name + " is absent");
        } catch (IOException | RuntimeException e) {
            absent.add(name + " could not be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Path own(Path path) throws IOException {
        return directory.withoutLinks(path);
    }

    private Path payments() {
        return directory.observed("payments").resolve("payments.jsonl");
    }

    private Path health() {
        return directory.journal().resolve("injector-1.health.json");
    }

    private List<Event> events() throws IOException {
        EventReader.Events read = EventReader.read(own(directory.events()));
        absent.addAll(read.warnings());
        return read.events();
    }

    private Map<String, Long> initialTotals(Path observed) throws IOException {
        Path file = observed.resolve("old-initial.totals.json");
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return StateDumpReader.totals(own(file));
    }

    private Map<String, StateDump> dumps(Path observed) throws IOException {
        Map<String, StateDump> dumps = new HashMap<>();
        StateDumpReader reader = new StateDumpReader(observed);
        for (Path header : headers(observed)) {
            StateDump dump = reader.read(header);
            dumps.put(dump.name(), dump);
            if (!dump.complete()) {
                absent.add("the dump " + dump.name() + " is incomplete: " + dump.reason());
            }
        }
        return dumps;
    }

    private static List<Path> headers(Path observed) throws IOException {
        try (Stream<Path> files = Files.list(observed)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.]+-(final|rollback(-\\d+)?)\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        Map<String, Object> present = new HashMap<>(values);
        present.values().removeIf(value -> value == null);
        return present;
    }
}
