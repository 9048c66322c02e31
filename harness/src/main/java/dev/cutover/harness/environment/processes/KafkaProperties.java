package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A broker's properties: a listener for each link, advertised at the link's proxy, so that no client ever learns a way past it.
 *
 * @param listeners link to the port the broker listens on for it
 * @param proxies link to where its client connects
 */
record KafkaProperties(
        int direct, int controller, Map<String, Integer> listeners, Map<String, Address> proxies, Path directory) {
    private static final String HOST = "127.0.0.1";

    Map<String, String> properties() {
        List<String> listens = new ArrayList<>(List.of(listener("DIRECT", direct), listener("CONTROLLER", controller)));
        List<String> advertised = new ArrayList<>(List.of(listener("DIRECT", direct)));
        List<String> protocols = new ArrayList<>(List.of("DIRECT:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
        listeners.forEach((link, port) -> {
            String name = link.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
            listens.add(listener(name, port));
            advertised.add(name + "://" + proxies.get(link));
            protocols.add(name + ":PLAINTEXT");
        });
        Map<String, String> properties = new LinkedHashMap<>(settings());
        properties.put("listeners", String.join(",", listens));
        properties.put("advertised.listeners", String.join(",", advertised));
        properties.put("listener.security.protocol.map", String.join(",", protocols));
        properties.put("controller.quorum.voters", "1@" + HOST + ":" + controller);
        properties.put("log.dirs", directory.toString());
        return properties;
    }

    private static String listener(String name, int port) {
        return name + "://" + HOST + ":" + port;
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
