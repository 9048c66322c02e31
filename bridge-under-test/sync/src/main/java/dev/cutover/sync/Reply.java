package dev.cutover.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a worker tells the world after its transaction is committed; telling it twice does no harm. */
record Reply(String topic, String key, ObjectNode body) {

    byte[] value() {
        return Wire.bytes(body);
    }

    static Reply marker(Direction direction, int partition, String id, long deadLetters) {
        ObjectNode node = Wire.JSON.createObjectNode();
        node.put("id", id)
                .put("direction", direction.text())
                .put("partition", partition)
                .put("deadLetters", deadLetters);
        return new Reply("sync.markers", id, node);
    }

    static Reply deadLetter(
            Direction direction, int partition, long household, long version, long operation, String reason) {
        ObjectNode node = Wire.JSON.createObjectNode();
        node.put("direction", direction.text())
                .put("partition", partition)
                .put("household", household)
                .put("version", version)
                .put("operation", Long.toString(operation))
                .put("reason", reason);
        return new Reply("sync.dead-letters", Long.toString(household), node);
    }
}
