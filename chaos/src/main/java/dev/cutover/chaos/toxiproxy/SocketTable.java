package dev.cutover.chaos.toxiproxy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kernel's table of TCP connections, and which process holds which; see proc(5). Linux only. */
final class SocketTable {

    private static final String ESTABLISHED = " 01 ";
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final Path PROC = Path.of("/proc");

    private SocketTable() {}

    /** Inodes of the established sockets, by the port of their far end, on any address; empty where there is no such table. */
    static Map<Integer, Set<String>> established() throws IOException {
        Map<Integer, Set<String>> inodes = new HashMap<>();
        // A JVM's sockets are IPv6 sockets even when they speak IPv4.
        for (Path table : List.of(PROC.resolve("net/tcp"), PROC.resolve("net/tcp6"))) {
            if (Files.isReadable(table)) {
                read(table, inodes);
            }
        }
        return inodes;
    }

    private static void read(Path table, Map<Integer, Set<String>> into) throws IOException {
        try (Stream<String> lines = Files.lines(table)) {
            // Thousands of rows are of ended connections: none of those is split.
            lines.filter(line -> line.contains(ESTABLISHED))
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(column -> column[STATE].equals(ESTABLISHED.strip()))
                    .forEach(column -> into.computeIfAbsent(port(column[REMOTE]), port -> new HashSet<>())
                            .add(column[INODE]));
        }
    }

    /** Of an address such as {@code 0100007F:1F90}. */
    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
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
