package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.Network;
import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries each link through a Toxiproxy process of its own. Safe for many threads. */
public final class ToxiproxyNetwork implements Network {

    private final ProxyHost host;
    private final Map<String, LinkProxy> proxies = new ConcurrentHashMap<>();

    public ToxiproxyNetwork(ProxyHost host) {
        this.host = host;
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
        if (!host.canBeBypassed()) {
            return;
        }
        Set<Long> allowed = new HashSet<>();
        allowed.add(ProcessHandle.current().pid());
        proxies.values().forEach(proxy -> allowed.add(proxy.pid()));
        BypassCheck check = BypassCheck.now(allowed);
        proxies.values().forEach(proxy -> new LinkProof(proxy).proveNoBypass(check));
    }

    @Override
    public void close() {
        proxies.values().parallelStream().forEach(LinkProxy::close);
        proxies.clear();
    }
}
