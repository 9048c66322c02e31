package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.Network;
import dev.cutover.environment.container.LinkContainers;
import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Carries each link through a Toxiproxy process of its own. Safe for many threads. */
public final class ToxiproxyNetwork implements Network {

    /** One thread is enough for a link, and more than a dozen of these share the machine with what is tested. */
    static final Map<String, String> SMALL_AND_SILENT = Map.of("GOMAXPROCS", "1", "LOG_LEVEL", "fatal");

    private final ProxyHost host;
    private final Map<String, LinkProxy> proxies = new ConcurrentHashMap<>();

    /**
     * As processes on loopback.
     *
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
        this.host = new ProcessProxies(binary, spawner, ports, logs);
    }

    /** As containers. */
    public ToxiproxyNetwork(LinkContainers containers) {
        this.host = new ContainerProxies(containers);
    }

    @Override
    public Address open(Link link, Address upstream) {
        if (proxies.containsKey(link.name())) {
            throw new IllegalStateException("link " + link.name() + " is open already");
        }
        var proxy = new LinkProxy(link, upstream, host);
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
        host.proveNoBypass(proxies.values());
    }

    @Override
    public void close() {
        proxies.values().parallelStream().forEach(LinkProxy::close);
        proxies.clear();
    }
}
