package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The networks of an environment. None has a way out. A component has up to two, one in which it finds the proxies of
 * the links it is client of, one in which its own clients' proxies find it; so a link's client and server never share
 * one, and nothing can go past a proxy.
 */
final class LinkNetworks {
    private final Map<String, String> labels;
    private final Map<String, LinkNetwork> networks = new ConcurrentHashMap<>();

    /** @param labels that all of them get; none is there yet */
    LinkNetworks(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
    }

    /**
     * Makes them all, at addresses that no other environment of this machine has; what was made before it fails has the
     * labels, too.
     */
    void make(EnvironmentSpec spec) {
        DockerClient client = Engine.client();
        int first = ThreadLocalRandom.current().nextInt(Subnet.BLOCKS);
        for (int i = 0; i < Subnet.BLOCKS; i++) {
            networks.clear();
            try {
                make(client, List.copyOf(names(spec)), (first + i) % Subnet.BLOCKS);
                return;
            } catch (DockerException e) {
                if (!String.valueOf(e.getMessage()).contains("overlap")) {
                    throw new EnvironmentException("the networks could not be made: " + e.getMessage(), e);
                }
            }
        }
        throw new EnvironmentException("all addresses for container networks are taken; remove what earlier runs left:"
                + " cutover heal RUN for each, or docker network prune");
    }

    private static Set<String> names(EnvironmentSpec spec) {
        Set<String> names = new LinkedHashSet<>();
        spec.components().forEach((name, component) -> {
            if (!component.ports().isEmpty()) {
                names.add(server(name));
            }
        });
        spec.links().stream().map(Link::client).map(LinkNetworks::client).forEach(names::add);
        return names;
    }

    private static String server(String component) {
        return component + "-serves";
    }

    private static String client(String component) {
        return component + "-calls";
    }

    /** The first alone: whether others have the block shows there. */
    private void make(DockerClient client, List<String> names, int block) {
        make(client, names.getFirst(), new Subnet(block, 0));
        IntStream.range(1, names.size()).parallel().forEach(i -> make(client, names.get(i), new Subnet(block, i)));
    }

    private void make(DockerClient client, String name, Subnet subnet) {
        String network = "cutover-" + subnet.block() + "-" + name;
        var addresses = new Ipam.Config().withSubnet(subnet.cidr()).withGateway(subnet.gateway());
        client.createNetworkCmd()
                .withName(network)
                .withDriver("bridge")
                .withInternal(true)
                .withCheckDuplicate(true)
                .withIpam(new Ipam().withConfig(addresses))
                .withLabels(labels)
                .exec();
        networks.put(name, new LinkNetwork(network, subnet));
    }

    /** Where a component's clients' proxies find it. */
    LinkNetwork serverOf(String component) {
        return find(server(component));
    }

    /** Where a component, or the load, finds the proxies of its links. */
    LinkNetwork clientOf(String component) {
        return find(client(component));
    }

    boolean serves(String component) {
        return networks.containsKey(server(component));
    }

    boolean calls(String component) {
        return networks.containsKey(client(component));
    }

    private LinkNetwork find(String name) {
        LinkNetwork network = networks.get(name);
        if (network == null) {
            throw new IllegalArgumentException("there is no network " + name + "; there are: " + networks.keySet());
        }
        return network;
    }
}
