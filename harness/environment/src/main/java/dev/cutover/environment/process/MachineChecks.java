package dev.cutover.environment.process;

import dev.cutover.environment.Doctor;
import dev.cutover.environment.Doctor.Check;
import dev.cutover.environment.Doctor.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the processes runtime needs of a machine. */
public final class MachineChecks {
    private static final int JAVA_FOR_CACHES = 25;
    private static final long DISK_GIB = 2;
    private static final long OPEN_FILES = 4_096;

    private MachineChecks() {}

    /** What every rehearsal needs, whatever it runs on. */
    public static Doctor anyRuntime(Path home) {
        return new Doctor().with(MachineChecks::java).with(() -> disk(home)).with(MachineChecks::openFiles);
    }

    /**
     * What components need to run as processes.
     *
     * @param toxiproxy finds or builds toxiproxy-server, or throws with what to do
     */
    public static Doctor processes(Supplier<Path> toxiproxy) {
        return new Doctor()
                .with(() -> toxiproxy(toxiproxy))
                .with(MachineChecks::platform)
                .with(() -> program(
                        "setpriv",
                        Level.POOR,
                        "install util-linux; without it, kill -9 of the testbed leaves processes"))
                .with(() -> program("tar", Level.MISSING, "install tar: PostgreSQL comes as an archive"))
                .with(() -> program("xz", Level.MISSING, "install xz-utils: PostgreSQL's archive is packed with it"))
                .with(MachineChecks::userNamespaces)
                .with(MachineChecks::ports);
    }

    static Check java() {
        int version = Runtime.version().feature();
        String found = "Java " + Runtime.version();
        return version >= JAVA_FOR_CACHES
                ? Check.ok("java", found)
                : new Check(
                        "java",
                        Level.POOR,
                        found,
                        "use JDK 25 or newer: its start-up caches halve the start of an environment");
    }

    private static Check toxiproxy(Supplier<Path> finder) {
        try {
            return Check.ok("toxiproxy-server", finder.get().toString());
        } catch (RuntimeException e) {
            return new Check("toxiproxy-server", Level.MISSING, "not found", String.valueOf(e.getMessage()));
        }
    }

    private static Check platform() {
        String found = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return found.equals("Linux amd64")
                ? Check.ok("platform", found)
                : new Check(
                        "platform",
                        Level.MISSING,
                        found,
                        "the processes runtime needs Linux on x86-64; use the containers runtime");
    }

    static Check program(String name, Level without, String advice) {
        Optional<Path> path = Spawner.onPath(name);
        return path.map(found -> Check.ok(name, found.toString()))
                .orElseGet(() -> new Check(name, without, "not on the path", advice));
    }

    private static Check userNamespaces() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Check.ok("user", System.getProperty("user.name") + "; PostgreSQL refuses root only");
        }
        return namespacesWork()
                ? Check.ok("user", "root; PostgreSQL steps into a user namespace")
                : new Check(
                        "user",
                        Level.MISSING,
                        "root, and `unshare -U` does not work",
                        "PostgreSQL refuses to run as root: run as another user, install util-linux, or allow user namespaces");
    }

    private static boolean namespacesWork() {
        try {
            Process tried = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Check disk(Path home) {
        try {
            long free = Files.getFileStore(home).getUsableSpace() >> 30;
            String found = free + " GiB free at " + home;
            return free >= DISK_GIB
                    ? Check.ok("disk", found)
                    : new Check(
                            "disk", Level.MISSING, found, "free at least " + DISK_GIB + " GiB; old runs lie in runs/");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + home, e);
        }
    }

    private static Check openFiles() {
        try {
            String line = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(limit -> limit.startsWith("Max open files"))
                    .findFirst()
                    .orElse("");
            String hard = Arrays.stream(line.split("\\s+")).skip(4).findFirst().orElse("unknown");
            boolean enough = !hard.matches("\\d+") || Long.parseLong(hard) >= OPEN_FILES;
            return enough
                    ? Check.ok("open files", hard)
                    : new Check(
                            "open files",
                            Level.MISSING,
                            hard,
                            "raise it: ulimit -n " + OPEN_FILES + "; a proxy that runs out of them hangs for ever");
        } catch (IOException e) {
            return new Check("open files", Level.POOR, "unknown: " + e.getMessage(), "see ulimit -n");
        }
    }

    private static Check ports() {
        try (FreePorts ports = new FreePorts()) {
            return Check.ok("ports", "such as " + ports.take());
        }
    }
}
