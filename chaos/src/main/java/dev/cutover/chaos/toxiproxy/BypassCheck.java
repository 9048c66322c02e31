package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds processes that connect to a server past its proxies, as things were at one moment. A probe cannot see them: it takes the proxy
 * because it was told to. Connections that live only for one request may be missed; pools are not.
 */
final class BypassCheck {

    private final Set<Long> allowed;
    private final Map<Integer, Set<String>> connections;
    private final Set<String> allowedInodes = new HashSet<>();

    private BypassCheck(Set<Long> allowed, Map<Integer, Set<String>> connections) {
        this.allowed = Set.copyOf(allowed);
        this.connections = connections;
        allowed.forEach(pid -> allowedInodes.addAll(SocketTable.of(pid)));
    }

    /**
     * Looks once for all servers: the kernel's table is slow to read.
     *
     * @param allowed the pids that may connect to servers: the proxies, and the harness, which reads and writes for itself
     */
    static BypassCheck now(Set<Long> allowed) {
        try {
            return new BypassCheck(allowed, SocketTable.established());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kernel's table of connections", e);
        }
    }

    /**
     * Who held an established connection to the server, and is not allowed to.
     *
     * @return one text for each process; empty where the operating system does not show its connections
     */
    List<String> bypassing(Address server) {
        Set<String> inodes = new HashSet<>(connections.getOrDefault(server.port(), Set.of()));
        inodes.removeAll(allowedInodes);
        // What no process holds any more is a connection that was just closed.
        return inodes.isEmpty() ? List.of() : holders(inodes);
    }

    private List<String> holders(Set<String> inodes) {
        return ProcessHandle.allProcesses()
                .filter(process -> !allowed.contains(process.pid()))
                .filter(process -> SocketTable.of(process.pid()).stream().anyMatch(inodes::contains))
                .map(process -> "process " + process.pid() + " ("
                        + process.info().command().orElse("unknown command") + ")")
                .toList();
    }
}
