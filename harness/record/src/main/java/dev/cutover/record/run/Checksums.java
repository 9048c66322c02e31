package dev.cutover.record.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * {@code SHA256SUMS}: what the evidence was when the run ended, in the format of {@code sha256sum --check}; written last of all. Not in
 * it: the components' logs and scratch space, what {@code heal} did, and what is made from the evidence.
 */
public final class Checksums {

    private static final List<String> EVIDENCE =
            List.of("plan.yaml", "environment.yaml", "manifest.json", "events.jsonl");

    private Checksums() {}

    /** Hashes the evidence as it is now. */
    public static void write(RunDirectory run) throws IOException {
        var lines = new StringBuilder();
        for (Path file : evidence(run)) {
            lines.append(sha256(file)).append("  ").append(name(run, file)).append('\n');
        }
        Files.writeString(run.checksums(), lines);
    }

    /**
     * What differs from when the run ended, by the file's name in the run directory: one sentence each.
     *
     * @throws IOException if there are no checksums, or they are damaged themselves
     */
    public static SortedMap<String, String> differences(RunDirectory run) throws IOException {
        SortedMap<String, String> expected = read(run);
        SortedMap<String, String> differences = new TreeMap<>();
        for (var line : expected.entrySet()) {
            Path file = run.root().resolve(line.getKey());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                differences.put(line.getKey(), line.getKey() + " is absent, but was there when the run ended");
            } else if (!sha256(file).equals(line.getValue())) {
                differences.put(line.getKey(), line.getKey() + " was changed after the run ended");
            }
        }
        for (Path file : evidence(run)) {
            if (!expected.containsKey(name(run, file))) {
                differences.put(name(run, file), name(run, file) + " was not there when the run ended");
            }
        }
        return differences;
    }

    private static SortedMap<String, String> read(RunDirectory run) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(run.checksums())) {
            if (!line.matches("[0-9a-f]{64} {2}\\S.*")) {
                throw new IOException("a line is torn: " + line);
            }
            sums.put(line.substring(66), line.substring(0, 64));
        }
        if (!sums.containsKey("manifest.json")) {
            throw new IOException("manifest.json is missing in it");
        }
        return sums;
    }

    private static List<Path> evidence(RunDirectory run) throws IOException {
        return Stream.concat(
                        EVIDENCE.stream().map(run.root()::resolve),
                        Stream.concat(files(run.journal()), files(run.observed())))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        }
    }

    private static String name(RunDirectory run, Path file) {
        return run.root().relativize(file).toString();
    }

    /** The SHA-256 of a file in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    }
}
