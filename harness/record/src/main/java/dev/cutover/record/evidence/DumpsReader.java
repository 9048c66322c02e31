package dev.cutover.record.evidence;

import dev.cutover.record.dump.KeyNames;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.dump.StateDumpReader;
import dev.cutover.record.run.PlainFile;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads the dumps of a run; without the names of all keys no row is known to be a key's, and none can be read. */
final class DumpsReader {
    private final RunDirectory run;
    private final SortedMap<String, String> differences;
    private final boolean checked;
    private final @Nullable KeyNames keys;
    private String unnamed = "";

    /**
     * Reads the keys.
     *
     * @param differences what is not as it was when the run ended, by file
     * @param checked whether there are checksums to say so
     * @param keysNamed whether keys have texts of their own
     */
    DumpsReader(RunDirectory run, SortedMap<String, String> differences, boolean checked, boolean keysNamed) {
        this.run = run;
        this.differences = differences;
        this.checked = checked;
        this.keys = keysNamed ? named() : KeyNames.plain();
    }

    private @Nullable KeyNames named() {
        try {
            String difference =
                    differences.get(run.root().relativize(run.keys()).toString());
            if (difference != null) {
                throw new IOException(difference);
            }
            if (!checked) {
                throw new IOException("it may lack lines, since there are no checksums to say how it was");
            }
            PlainFile.require(run.withoutLinks(run.keys()));
            return KeyNames.read(run.keys());
        } catch (IOException | RuntimeException e) {
            unnamed = "the keys of the load cannot be read from journal/keys.tsv: " + e.getMessage();
            return null;
        }
    }

    /** The keys' own texts, in the order of their numbers. */
    List<String> keys() {
        return keys == null ? List.of() : keys.texts();
    }

    /** All dumps, by name. */
    SortedMap<String, StateDump> all(SortedMap<EvidencePart, String> damage) {
        SortedMap<String, StateDump> dumps = new TreeMap<>();
        try (var files = Files.list(run.withoutLinks(run.observed()))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("[^.]+-(initial|final|(rollback|kept)(-\\d+)?)\\.json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .forEach(name -> dumps.put(name, one(name)));
        } catch (IOException e) {
            damage.put(EvidencePart.CHECKSUMS, "observed could not be read: " + e);
        }
        return dumps;
    }

    /** One of whose files any has changed is not read: nobody is accused by it. */
    StateDump one(String name) {
        return differences.entrySet().stream()
                .filter(difference -> difference.getKey().startsWith("observed/" + name + "."))
                .findFirst()
                .map(difference -> StateDumpReader.incomplete(name, difference.getValue()))
                .orElseGet(() -> keys == null
                        ? StateDumpReader.incomplete(name, unnamed)
                        : new StateDumpReader(run.observed(), keys).read(name));
    }
}
