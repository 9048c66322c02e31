package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Map;

/**
 * What is published to both systems from outside, at a steady pace.
 *
 * @param link to the broker
 * @param entity what both systems hold afterwards, as the plan observes it
 * @param draw what is drawn for each record
 * @param key of the record and of the entity; {@code ${sequence}} numbers the records from 1
 * @param value of the record; {@code ${key}} is its key
 * @param text the entity's canonical text, as the plan reads it from both systems
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
