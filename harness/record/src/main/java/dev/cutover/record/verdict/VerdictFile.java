package dev.cutover.record.verdict;

import dev.cutover.record.json.Json;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;

/** {@code verdict.json}: what a run was judged to be, for machines; its schema lies with its type in the checks. */
public final class VerdictFile {
    private VerdictFile() {}

    /** Writes {@code verdict.json}, replacing an older one. */
    public static void write(RunDirectory directory, Object verdict) throws IOException {
        Json.write(directory.verdict(), verdict);
    }

    /** Reads {@code verdict.json} as the given type. */
    public static <T> T read(RunDirectory directory, Class<T> type) throws IOException {
        return Json.read(directory.verdict(), type);
    }
}
