package dev.cutover.environment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reserves free TCP ports of loopback until it is closed. Safe for many threads and for several testbeds on one
 * machine.
 *
 * <p>Ports lie below the range from which the system takes ports of outgoing connections, so that nothing grabs one
 * before its component listens. Testbeds keep apart by locking byte n of a common file for port n; the system unlocks
 * it when a testbed dies.
 */
public final class FreePorts implements AutoCloseable {
    private static final int LOWEST = 10_000;
    private static final int COUNT = 2_000;
    private static final FileChannel LOCKS = openLocks();

    private final Queue<FileLock> taken = new ConcurrentLinkedQueue<>();

    /** A port on which nothing listens and which no other testbed was given. */
    public int take() {
        int first = ThreadLocalRandom.current().nextInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int port = LOWEST + (first + i) % COUNT;
            Optional<FileLock> lock = lock(port);
            if (lock.isPresent()) {
                taken.add(lock.get());
                if (isFree(port)) {
                    return port;
                }
            }
        }
        throw new IllegalStateException("no free TCP port from " + LOWEST + " to " + (LOWEST + COUNT - 1)
                + " on loopback; end what occupies them (see ss -ltn)");
    }

    /** Whether nothing listens there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Optional<FileLock> lock(int port) {
        try {
            @Nullable FileLock lock = LOCKS.tryLock(port, 1, false);
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException ofThisTestbed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock port " + port, e);
        }
    }

    /** Never closed: closing any channel of a file gives up all locks of the process on it. */
    private static FileChannel openLocks() {
        Path file = directory().resolve("ports");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open " + file + ", which keeps testbeds from taking the same ports; "
                            + "let HOME be a directory that you can write to",
                    e);
        }
    }

    /** The user's own: where all can write, another user could put a file of that name first. */
    private static Path directory() {
        String home = Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
        return Path.of(home, ".cache", "cutover");
    }

    @Override
    public void close() {
        taken.forEach(FreePorts::release);
        taken.clear();
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release a port", e);
        }
    }
}
