package dev.cutover.chaos.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kernel's table of TCP connections, and which process holds which; see proc(5). Linux only. */
final class SocketTable {

    private static final String ESTABLISHED = "01";
    private static final int INODE = 9;
    private static final Path PROC = Path.of("/proc");

    private SocketTable() {}

    static boolean readable() {
        return Files.isReadable(PROC.resolve("net/tcp"));
    }

    /** Inodes of the established sockets whose far end is that port, on any address. */
    static Set<String> connectedTo(int port) throws IOException {
        String suffix = String.format(":%04X", port);
        Set<String> inodes = new HashSet<>();
        // A JVM's sockets are IPv6 sockets even when they speak IPv4.
        for (Path table : List.of(PROC.resolve("net/tcp"), PROC.resolve("net/tcp6"))) {
            if (Files.isReadable(table)) {
                inodes.addAll(rows(table, suffix));
            }
        }
        return inodes;
    }

    private static Set<String> rows(Path table, String remoteSuffix) throws IOException {
        try (Stream<String> lines = Files.lines(table)) {
            // The far end's address stands right before the state. Thousands of rows are of ended connections: none of
            // those is split.
            return lines.filter(line -> line.contains(remoteSuffix + " " + ESTABLISHED + " "))
                    .map(line -> line.strip().split("\\s+", -1))
                    .map(column -> column[INODE])
                    .collect(Collectors.toSet());
        }
    }

    /** Inodes of the sockets a process has open; nothing if it has ended or may not be looked at. */
    static Set<String> of(long pid) {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                socket(descriptor, inodes);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
            return inodes;
        }
        return inodes;
    }

    private static void socket(Path descriptor, Set<String> into) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith("socket:[")) {
                into.add(target.substring("socket:[".length(), target.length() - 1));
            }
        } catch (IOException closedMeanwhile) {
            return;
        }
    }
}
