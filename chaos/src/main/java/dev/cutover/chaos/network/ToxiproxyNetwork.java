package dev.cutover.chaos.network;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.Link;
import dev.cutover.harness.environment.Network;
import dev.cutover.harness.environment.processes.FreePorts;
import dev.cutover.harness.environment.processes.Spawner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries each link through a Toxiproxy process of its own, on loopback. Safe for many threads. */
public final class ToxiproxyNetwork implements Network {

    private final Launcher launcher;
    private final Map<String, LinkProxy> proxies = new ConcurrentHashMap<>();

    /**
     * @param binary the program toxiproxy-server; see {@link ToxiproxyBinary}
     * @param spawner starts the processes; must outlive the network
     * @param ports where proxies listen; must outlive the network
     * @param logs directory of the proxies' logs; made if missing
     */
    public ToxiproxyNetwork(Path binary, Spawner spawner, FreePorts ports, Path logs) {
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the proxies' logs: " + logs, e);
        }
        this.launcher = new Launcher(binary, spawner, ports, logs);
    }

    @Override
    public Address open(Link link, Address upstream) {
        if (proxies.containsKey(link.name())) {
            throw new IllegalStateException("link " + link.name() + " is open already");
        }
        var proxy = new LinkProxy(link, upstream, launcher);
        proxies.put(link.name(), proxy);
        return proxy.listen();
    }

    /**
     * The proxy of an open link.
     *
     * @throws IllegalArgumentException for an unknown link, naming those there are
     */
    public LinkProxy proxy(String link) {
        LinkProxy proxy = proxies.get(link);
        if (proxy == null) {
            throw new IllegalArgumentException("no link \"" + link + "\"; the links are "
                    + String.join(", ", proxies.keySet().stream().sorted().toList()));
        }
        return proxy;
    }

    @Override
    public void prove(Link link) {
        new LinkProof(proxy(link.name())).prove();
    }

    @Override
    public void proveNoBypass() {
        Set<Long> allowed = mayConnectDirectly();
        proxies.values().forEach(proxy -> new LinkProof(proxy).proveNoBypass(allowed));
    }

    /** The proxies, and the harness itself, which reads and writes past them. */
    private Set<Long> mayConnectDirectly() {
        Set<Long> pids = new HashSet<>();
        pids.add(ProcessHandle.current().pid());
        proxies.values().forEach(proxy -> pids.add(proxy.handle().pid()));
        return pids;
    }

    @Override
    public void close() {
        proxies.values().parallelStream().forEach(LinkProxy::close);
        proxies.clear();
    }
}
