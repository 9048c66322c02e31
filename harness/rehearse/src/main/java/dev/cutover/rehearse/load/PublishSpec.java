package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Map;

/**
 * What is published to both systems from outside, at a steady pace.
 *
 * @param link the link to the broker that records are sent through
 * @param topic the topic
 * @param entity the entity in {@code observe} that both systems must hold afterwards
 * @param every the time from one record to the next: 1 ms or longer
 * @param draw values that are drawn for each record, by name
 * @param key the record's key, and the entity's; {@code ${sequence}} numbers the records from 1
 * @param value the record's value, JSON; {@code ${key}} is its key
 * @param text the entity's text that must come of it, as the queries of {@code observe} give it
 */
public record PublishSpec(
        String link,
        String topic,
        String entity,
        Duration every,
        Map<String, DrawSpec> draw,
        String key,
        String value,
        String text) {

    public static final String SEQUENCE = "sequence";
    public static final String KEY = "key";

    public PublishSpec {
        draw = LoadModel.inOrder(draw);
        if (every.toMillis() < 1) {
            throw WrongValue.at("must be 1 ms or longer", "every");
        }
    }
}
