package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.probe.Probe;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.AllowedHosts;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.record.event.FaultEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The proxy of one link: a Toxiproxy process of its own, because a wedged one takes all its proxies with it. Clients
 * keep one address for the whole run, however often the process is replaced.
 */
public final class LinkProxy {

    private static final Duration BIND_LIMIT = Duration.ofSeconds(3);

    private final Link link;
    private final String name;
    private final Address listen;
    private final Address upstream;
    private final ProxyHost host;
    private volatile boolean greets;
    private volatile CompletableFuture<RunningProxy> process;

    /** Starts the process in the background: whoever needs it waits, and learns then if it failed. */
    LinkProxy(Link link, Address upstream, ProxyHost host) {
        this.link = link;
        this.name = link.plainName();
        AllowedHosts.require("upstream of link " + link.name(), upstream.host());
        this.upstream = upstream;
        this.host = host;
        this.listen = host.listen(link);
        this.process = CompletableFuture.supplyAsync(this::launch, Thread::startVirtualThread);
    }

    public Link link() {
        return link;
    }

    /** Where the link's client connects to. */
    public Address listen() {
        return listen;
    }

    public Address upstream() {
        return upstream;
    }

    public ProxyState state() {
        return running().client().proxy(name);
    }

    public void add(Toxic toxic) {
        running().client().add(name, toxic);
    }

    public void remove(Toxic toxic) {
        running().client().remove(name, toxic.name());
    }

    /** Closes the listener and every connection. */
    public void disable() {
        running().client().enable(name, false);
    }

    public void enable() {
        running().client().enable(name, true);
    }

    /** Closes every connection, so that what holds for new connections only holds for all. */
    public void bounce() {
        disable();
        enable();
    }

    /** kill -9 and a fresh process at the same address, without toxics; bytes that were held back are lost. */
    public synchronized void recreate() {
        running().kill();
        process = CompletableFuture.completedFuture(launch());
    }

    /** Asks the link's server through the proxy, once that runs. */
    public ProbeResult probe(Duration limit) {
        var unused = running();
        return probe(listen, limit);
    }

    /** Asks the link's server past the proxy. */
    public ProbeResult probeDirect(Duration limit) {
        return probe(upstream, limit);
    }

    /** Of a protocol that is not known, no answer can be asked for; but a server that greets its clients always does. */
    private ProbeResult probe(Address address, Duration limit) {
        if (link.protocol() != Protocol.TCP || greets) {
            return Probe.ask(address, link, limit);
        }
        ProbeResult seen = Probe.listen(address, limit);
        greets |= seen.answered();
        return seen;
    }

    /** What another process needs to undo whatever is done to the present proxy. */
    public FaultEvent.Undo undo() {
        long pid = pid();
        var proxy = new FaultEvent.Proxy(name, running().admin().toString());
        return new FaultEvent.Undo(pid, ProcessTree.startTicks(pid), proxy);
    }

    long pid() {
        return running().pid();
    }

    synchronized void close() {
        process.handle((started, failure) -> {
                    if (started != null) {
                        started.kill();
                    }
                    return link;
                })
                .join();
    }

    private RunningProxy running() {
        try {
            return process.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private RunningProxy launch() {
        RunningProxy started = RunningProxy.start(link, host);
        try {
            createAt(started);
            return started;
        } catch (RuntimeException e) {
            started.kill();
            throw e;
        }
    }

    /** The kernel may need a moment to give up the port of a process that was just killed. */
    private void createAt(RunningProxy target) {
        var last = new ToxiproxyException[1];
        boolean created = Await.until(BIND_LIMIT, () -> {
            try {
                target.client().create(name, listen, upstream);
                return true;
            } catch (ToxiproxyException e) {
                last[0] = e;
                return false;
            }
        });
        if (!created) {
            throw new ToxiproxyException("link " + link.name() + ": no proxy at " + listen, last[0]);
        }
    }
}
