package dev.cutover.record.evidence;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.dump.StateDumpReader;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.json.Json;
import dev.cutover.record.json.Lines;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.PlainFile;
import dev.cutover.record.run.RunDirectory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads a run directory; what is missing or damaged is told, never an exception. */
public final class EvidenceReader {
    private final RunDirectory run;
    private final SortedMap<EvidencePart, String> damage = new TreeMap<>();
    private SortedMap<String, String> differences = new TreeMap<>();
    private boolean checked;

    private EvidenceReader(RunDirectory run) {
        this.run = run;
    }

    /**
     * Loads everything.
     *
     * @throws EvidenceException if there is no usable manifest, without which nothing can be judged
     */
    public static Evidence read(RunDirectory run) {
        return new EvidenceReader(run).read();
    }

    private Evidence read() {
        Manifest manifest = Manifest.read(run);
        checksums();
        if (differences.containsKey("manifest.json")) {
            throw new EvidenceException(run.manifest() + " is not what it was when the run ended: what the run owes"
                    + " is not known, so nothing can be judged; restore it");
        }
        Obligations owed = manifest.obligations();
        var reader = new DumpsReader(run, differences, checked, owed.keysNamed());
        Path totals = run.observed().resolve(owed.rollbackSystem() + "-initial.totals.json");
        return new Evidence(
                run.root().toAbsolutePath().normalize().getFileName().toString(),
                manifest,
                history(manifest.kinds()),
                part(EvidencePart.EVENTS, run.events(), this::events, List.of()),
                reader.keys(),
                reader.all(damage),
                part(EvidencePart.INITIAL_TOTALS, totals, StateDumpReader::totals, new TreeMap<>()),
                ifOwed(EvidencePart.TOTALS, manifest, run.totals(), whole(TotalsFile::read), List.of()),
                EvidencePart.INITIAL_COUNTS.owed(manifest)
                        ? initialCounts(owed.rollbackSystem() + "-initial", reader)
                        : new TreeMap<>(),
                ifOwed(EvidencePart.ASKED, manifest, run.asked(), AskedFile::read, Map.of()),
                ifOwed(EvidencePart.CONTENTS, manifest, run.contents(), ContentFile::read, List.of()),
                several(EvidencePart.EFFECTS, owed.effects(), Obligations.Effects::log, EffectCall::read, List.of()),
                several(EvidencePart.STREAMS, owed.topics(), Obligations.Topic::log, StreamLog::read, StreamLog.NONE),
                part(EvidencePart.UPDATES, run.observed().resolve("updates.jsonl"), whole(Update::read), List.of()),
                this.<@Nullable Comparisons>part(
                        EvidencePart.COMPARISONS,
                        run.observed().resolve("comparisons.json"),
                        file -> Json.read(file, Comparisons.class),
                        null),
                this.<@Nullable InjectorHealth>part(
                        EvidencePart.INJECTOR_HEALTH,
                        run.journal().resolve("injector-1.health.json"),
                        HealthFile::read,
                        null),
                part(EvidencePart.DEAD_LETTERS, run.observed().resolve("dead-letters.jsonl"), whole(this::lines), 0L),
                damage);
    }

    private interface Reading<T extends @Nullable Object> {
        T from(Path file) throws IOException;
    }

    private <T extends @Nullable Object> T part(EvidencePart part, Path file, Reading<T> reading, T otherwise) {
        String name = run.root().relativize(file).toString();
        try {
            String difference = differences.get(name);
            if (difference != null) {
                damage.put(part, difference);
                return otherwise;
            }
            PlainFile.require(run.withoutLinks(file));
            return reading.from(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            damage.put(part, name + " is absent");
        } catch (IOException | RuntimeException e) {
            damage.put(part, name + " could not be read: " + e.getMessage());
        }
        return otherwise;
    }

    /** Nothing in a file of lines says how many there are: only the checksums show that it is whole. */
    private <T> Reading<T> whole(Reading<T> reading) {
        return file -> {
            T lines = reading.from(file);
            if (!checked) {
                throw new IOException("it may lack lines, since there are no checksums to say how it was");
            }
            return lines;
        };
    }

    private void checksums() {
        try {
            differences = Checksums.differences(run);
            checked = true;
            if (!differences.isEmpty()) {
                damage.put(EvidencePart.CHECKSUMS, String.join("; ", differences.values()));
            }
        } catch (NoSuchFileException e) {
            damage.put(EvidencePart.CHECKSUMS, "SHA256SUMS is absent: the run was not saved to its end");
        } catch (IOException | InvalidPathException e) {
            damage.put(EvidencePart.CHECKSUMS, "SHA256SUMS could not be read: " + e.getMessage());
        }
    }

    /** Slots are mapped, not read into memory; several injectors may have written. What is intact of a damaged journal is shown, not judged. */
    private History history(List<Manifest.Kind> kinds) {
        List<String> sentences = new ArrayList<>();
        differences.forEach((file, difference) -> {
            if (file.endsWith(".slots")) {
                sentences.add(difference);
            }
        });
        try {
            HistoryReader.Journals journals = HistoryReader.read(run.withoutLinks(run.journal()), kinds);
            sentences.addAll(journals.damage());
            return journals.history();
        } catch (IOException | RuntimeException e) {
            sentences.add("the journal could not be read: " + e.getMessage());
            return History.of(List.of(), kinds);
        } finally {
            if (!sentences.isEmpty()) {
                damage.put(EvidencePart.JOURNAL, String.join("; ", sentences));
            }
        }
    }

    private List<LogEntry> events(Path file) throws IOException {
        EventReader.Events read = EventReader.read(file);
        if (!read.damage().isEmpty()) {
            damage.put(EvidencePart.EVENTS, String.join("; ", read.damage()));
        } else if (read.events().stream().noneMatch(RunEvent.Ended.class::isInstance)) {
            damage.put(EvidencePart.EVENTS, "events.jsonl lacks the run's end: whatever came last may be missing");
        }
        return read.entries();
    }

    private <T> T ifOwed(EvidencePart part, Manifest manifest, Path file, Reading<T> reading, T otherwise) {
        return part.owed(manifest) ? part(part, file, reading, otherwise) : otherwise;
    }

    private long lines(Path file) throws IOException {
        return Lines.each(file, (line, number) -> {});
    }

    /** A file for each that is owed. */
    private <O, T> SortedMap<String, T> several(
            EvidencePart part, SortedMap<String, O> owed, Function<O, String> file, Reading<T> reading, T otherwise) {
        SortedMap<String, T> read = new TreeMap<>();
        owed.forEach((name, one) ->
                read.put(name, part(part, run.observed().resolve(file.apply(one)), whole(reading), otherwise)));
        return read;
    }

    private SortedMap<String, Map<Long, Long>> initialCounts(String name, DumpsReader reader) {
        return part(
                EvidencePart.INITIAL_COUNTS,
                run.observed().resolve(name + ".json"),
                file -> {
                    StateDump initial = reader.one(name);
                    if (!initial.complete()) {
                        throw new IOException(initial.reason());
                    }
                    return initial.counted();
                },
                new TreeMap<>());
    }
}
