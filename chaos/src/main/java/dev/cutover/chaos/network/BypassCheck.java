package dev.cutover.chaos.network;

import dev.cutover.harness.environment.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Finds processes that connect to a server past its proxies. A probe cannot see them: it takes the proxy because it was told to.
 * Connections that live only for one request may be missed; pools are not.
 */
public final class BypassCheck {

    private BypassCheck() {}

    /**
     * Who holds an established connection to the server, and is not allowed to.
     *
     * @param allowed the pids that may: the proxies, and the harness, which reads and writes for itself
     * @return one text for each process; empty where the operating system does not show its connections
     */
    public static List<String> bypassing(Address server, Set<Long> allowed) {
        if (!SocketTable.readable()) {
            return List.of();
        }
        try {
            Set<String> inodes = SocketTable.connectedTo(server.port());
            allowed.forEach(pid -> inodes.removeAll(SocketTable.of(pid)));
            // What no process holds any more is a connection that was just closed.
            return inodes.isEmpty() ? List.of() : holders(inodes, allowed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kernel's table of connections", e);
        }
    }

    private static List<String> holders(Set<String> inodes, Set<Long> allowed) {
        return ProcessHandle.allProcesses()
                .filter(process -> !allowed.contains(process.pid()))
                .filter(process -> SocketTable.of(process.pid()).stream().anyMatch(inodes::contains))
                .map(process -> "process " + process.pid() + " ("
                        + process.info().command().orElse("unknown command") + ")")
                .toList();
    }
}
