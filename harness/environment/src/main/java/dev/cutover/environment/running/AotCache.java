package dev.cutover.environment.running;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The start-up cache of a program: where it lies, and the flags that record or use it. It only makes a start faster;
 * the virtual machine ignores a missing or unfit one. It needs JDK 25.
 *
 * @param program common to all caches of which only the newest is of use
 */
public record AotCache(Path directory, String program, String fingerprint) {
    private static final int FIRST_JDK = 25;
    // Recorded without this limit and used with it: measured to start fastest.
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    public static boolean possible() {
        return Runtime.version().feature() >= FIRST_JDK;
    }

    Path file() {
        return directory.resolve(program + "-" + fingerprint + ".aot");
    }

    /** What a training writes; it becomes the cache when the virtual machine has ended well. */
    Path recorded() {
        return directory.resolve(program + "-" + fingerprint + ".recorded");
    }

    public boolean exists() {
        return Files.exists(file());
    }

    /** Whether a file belongs to an earlier cache of the same program, or was needed only while this one was made. */
    boolean isStale(Path other) {
        String name = String.valueOf(other.getFileName());
        return name.startsWith(program + "-") && !other.equals(file()) && !other.equals(recorded());
    }

    /** The flags that record it, or use it, or do without. */
    public List<String> flags(boolean training) {
        if (training && possible() && !exists()) {
            return List.of("-XX:AOTCacheOutput=" + recorded());
        }
        if (possible() && exists()) {
            return List.of(QUICK_COMPILER_ONLY, "-XX:AOTCache=" + file(), "-XX:AOTMode=auto");
        }
        return List.of(QUICK_COMPILER_ONLY);
    }
}
