package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.NameTransformer;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.environment.yaml.YamlMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a fault is written: the keys that all faults have, and in the same mapping the options of its kind. */
public final class FaultBinding {

    /**
     * What every fault says.
     *
     * @param fault the kind of fault
     * @param on the link, such as {@code bridge->new}, or the component that it is injected into
     * @param at how long after the phase's beginning it is injected
     * @param lasts how long until it is healed
     */
    public record Common(
            String fault,
            String on,
            Duration at,
            @JsonProperty("for") Duration lasts) {}

    private FaultBinding() {}

    /** Reads and writes faults of these kinds, by name. */
    static SimpleModule of(Map<String, Class<? extends Disturbance>> kinds) {
        return new SimpleModule()
                .addDeserializer(FaultSpec.class, new Reading(kinds))
                .addSerializer(FaultSpec.class, new Writing());
    }

    private static final class Reading extends JsonDeserializer<FaultSpec> {
        private final Map<String, Class<? extends Disturbance>> kinds;

        Reading(Map<String, Class<? extends Disturbance>> kinds) {
            this.kinds = kinds;
        }

        @Override
        public FaultSpec deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            if (!(node instanceof ObjectNode written)) {
                throw WrongValue.here("must be keys with values, such as {fault: kill, on: sync, at: 1 s, for: 2 s}");
            }
            List<String> common = YamlMapper.keys(Common.class);
            Class<? extends Disturbance> kind = kind(written.path("fault").asText());
            refuseUnknown(written, common, kind);
            Common every = context.readTreeAsValue(written.deepCopy().retain(common), Common.class);
            Disturbance what = context.readTreeAsValue(written.deepCopy().remove(common), kind);
            return new FaultSpec("", what, every.on(), every.at(), every.lasts());
        }

        private Class<? extends Disturbance> kind(String name) {
            Class<? extends Disturbance> kind = kinds.get(name);
            if (kind == null) {
                throw WrongValue.at(
                        "is '" + name + "', which is no fault" + Nearest.question(name, kinds.keySet()) + " faults: "
                                + String.join(", ", kinds.keySet()),
                        "fault");
            }
            return kind;
        }

        private static void refuseUnknown(ObjectNode written, List<String> common, Class<?> kind) {
            List<String> known = new ArrayList<>(common);
            known.addAll(YamlMapper.keys(kind));
            written.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    throw WrongValue.unknownKey(key, known);
                }
            });
        }
    }

    private static final class Writing extends JsonSerializer<FaultSpec> {
        @Override
        public void serialize(FaultSpec fault, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("fault", fault.name());
            out.writeStringField("on", fault.target());
            provider.defaultSerializeField("at", fault.at(), out);
            provider.defaultSerializeField("for", fault.lasts(), out);
            provider.findValueSerializer(fault.what().getClass())
                    .unwrappingSerializer(NameTransformer.NOP)
                    .serialize(fault.what(), out, provider);
            out.writeEndObject();
        }
    }
}
