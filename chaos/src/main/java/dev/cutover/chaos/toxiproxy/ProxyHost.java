package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.util.Collection;

/** Where the proxies of links run: processes of this machine, or containers. */
interface ProxyHost {
    /** Where the link's client will connect to; asked once for each link, before its proxy starts. */
    Address listen(Link link);

    /** Starts the link's toxiproxy-server, or another one in the place of one that was killed. */
    RunningProxy start(Link link);

    /** Proves that nothing is connected to a server past its proxy; throws {@link IllegalStateException} naming what is. */
    void proveNoBypass(Collection<LinkProxy> proxies);
}
