package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A broker's properties: a listener for each link, advertised at the link's proxy, so that no client ever learns a way
 * past it.
 *
 * @param listeners link to where the broker listens for it
 * @param proxies link to where its client connects
 */
public record KafkaProperties(
        Address direct,
        Address controller,
        Map<String, Address> listeners,
        Map<String, Address> proxies,
        String directory) {

    /** Of a broker of this environment. */
    public static KafkaProperties of(ComponentContext context, String directory) {
        String broker = context.name();
        Addresses addresses = context.addresses();
        Map<String, Address> listeners = new LinkedHashMap<>();
        Map<String, Address> proxies = new LinkedHashMap<>();
        for (Link link : context.environment().links()) {
            if (link.server().equals(broker)) {
                listeners.put(link.name(), addresses.direct(broker, link.name()));
                proxies.put(link.name(), addresses.proxy(link.name()));
            }
        }
        return new KafkaProperties(
                addresses.direct(broker, "kafka"),
                addresses.direct(broker, "controller"),
                listeners,
                proxies,
                directory);
    }

    public Map<String, String> properties() {
        List<String> listens = new ArrayList<>(List.of("DIRECT://" + direct, "CONTROLLER://" + controller));
        List<String> advertised = new ArrayList<>(List.of("DIRECT://" + direct));
        List<String> protocols = new ArrayList<>(List.of("DIRECT:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
        listeners.forEach((link, address) -> {
            String name = link.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
            listens.add(name + "://" + address);
            advertised.add(name + "://" + proxies.get(link));
            protocols.add(name + ":PLAINTEXT");
        });
        Map<String, String> properties = new LinkedHashMap<>(settings());
        properties.put("listeners", String.join(",", listens));
        properties.put("advertised.listeners", String.join(",", advertised));
        properties.put("listener.security.protocol.map", String.join(",", protocols));
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("log.dirs", directory);
        return properties;
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "DIRECT"),
                Map.entry("num.partitions", "1"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("min.insync.replicas", "1"),
                // Every link has a listener of its own, and by default each listener three threads.
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
    }
}
