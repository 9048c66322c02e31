package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.YamlMap;
import dev.cutover.rehearse.plan.SentinelSpec.Seen;
import dev.cutover.rehearse.plan.SentinelSpec.Send;

/** Reads the {@code sentinels} of a plan. */
final class SentinelReader {

    private SentinelReader() {}

    static SentinelSpec sentinel(YamlMap map) {
        var sentinel = new SentinelSpec(
                map.text("stream"),
                send(map.map("send")),
                map.list("seen").stream().map(value -> seen(value.map())).toList());
        map.done();
        return sentinel;
    }

    private static Send send(YamlMap map) {
        Send send = map.has("topic")
                ? new Send.Kafka(map.text("component"), map.text("topic"), map.text("value"))
                : new Send.Sql(map.text("component"), map.text("database"), map.text("sql"));
        map.done();
        return send;
    }

    private static Seen seen(YamlMap map) {
        var seen = new Seen(
                map.text("component"), map.text("database"), map.text("sql"), Math.toIntExact(map.number("count")));
        map.done();
        return seen;
    }
}
