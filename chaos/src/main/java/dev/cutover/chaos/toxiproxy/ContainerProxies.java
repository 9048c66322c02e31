package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.container.LinkContainer;
import dev.cutover.environment.container.LinkContainers;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.time.Duration;
import java.util.Collection;

/** Proxies as containers, each between the two networks of its link. */
record ContainerProxies(LinkContainers containers) implements ProxyHost {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    @Override
    public Address listen(Link link) {
        return containers.listen(link);
    }

    @Override
    public RunningProxy start(Link link) {
        LinkContainer container = containers.start(link, ToxiproxyNetwork.SMALL_AND_SILENT);
        var started = new RunningProxy(container.admin(), container::pid, container::kill);
        if (!Await.until(START_LIMIT, started.client()::answers)) {
            started.kill();
            throw new ToxiproxyException(
                    "link " + link.name() + ": its proxy did not serve its API at " + container.admin() + " within "
                            + START_LIMIT.toSeconds() + " s",
                    null);
        }
        return started;
    }

    /** There is no other way: a link's client and its server share no network, which the platform proves. */
    @Override
    public void proveNoBypass(Collection<LinkProxy> proxies) {}
}
