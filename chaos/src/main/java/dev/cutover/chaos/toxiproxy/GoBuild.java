package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.running.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** Builds toxiproxy-server from its published Go module. */
final class GoBuild {

    private static final String VERSION = "2.12.0";
    private static final String MODULE = "github.com/Shopify/toxiproxy/v2";
    static final String PROGRAM = MODULE + "/cmd/server@v" + VERSION;
    private static final String SAYS_ITS_VERSION = "-X " + MODULE + ".Version=" + VERSION;
    private static final int LIMIT_MINUTES = 5;

    private GoBuild() {}

    /** Builds into the target's directory and moves the result there in one step, so that nobody ever runs half of it. */
    static void install(String go, Path target) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(target.toAbsolutePath().getParent(), "build-");
        try {
            build(go, directory);
            Files.move(directory.resolve("server"), target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(directory);
        }
    }

    private static void build(String go, Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("build.log");
        Process build = start(go, directory, log);
        if (!build.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
            build.destroyForcibly();
            throw new IOException("`go install " + PROGRAM + "` did not succeed within " + LIMIT_MINUTES
                    + " minutes; its output ends: " + tail(log));
        }
    }

    private static Process start(String go, Path directory, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(go, "install", "-ldflags", SAYS_ITS_VERSION, PROGRAM)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GOBIN", directory.toString());
        return builder.start();
    }

    private static String tail(Path log) throws IOException {
        String text = Files.readString(log).strip();
        return text.substring(Math.max(0, text.length() - 600));
    }
}
