package dev.cutover.environment.yaml;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How types of Java are written in files: keys and words in small letters with dashes, durations with their unit. */
public final class YamlMapper {
    private static final ObjectMapper READING = configured(new JsonMapper());
    private static final ObjectMapper WRITING = configured(new ObjectMapper(YAMLFactory.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
                    .build()))
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    private YamlMapper() {}

    static ObjectMapper with(Module... modules) {
        return READING.copy().registerModules(modules);
    }

    static ObjectMapper writing(Module... modules) {
        return WRITING.copy().registerModules(modules);
    }

    /** The keys that a record is written with. */
    public static List<String> keys(Class<?> type) {
        JavaType javaType = READING.constructType(type);
        return READING.getSerializationConfig().introspect(javaType).findProperties().stream()
                .map(property -> property.getName())
                .toList();
    }

    /** The word that a constant is written as. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        for (Class<?> absentIsEmpty : List.of(List.class, Map.class)) {
            mapper.configOverride(absentIsEmpty).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper.setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .registerModule(new Jdk8Module())
                .registerModule(scalars());
    }

    private static SimpleModule scalars() {
        var module = new SimpleModule();
        number(module, long.class, Long.class, "a whole number", Long::valueOf);
        number(module, int.class, Integer.class, "a whole number", Integer::valueOf);
        number(module, double.class, Double.class, "a number such as 0.1 or 10%", YamlMapper::decimal);
        Scalar<Boolean> flag = Scalar.of("true or false", YamlMapper::flag);
        return module.addDeserializer(boolean.class, flag)
                .addDeserializer(Boolean.class, flag)
                .addDeserializer(String.class, Scalar.of("a text", Optional::of))
                .addDeserializer(
                        Duration.class,
                        Scalar.of("a duration with its unit, such as 300 ms, 2 s or 5 min", Quantity::duration))
                .addDeserializer(Range.class, Scalar.of("a range such as 2..8", Range::parse))
                .addSerializer(Range.class, YamlMapper.<Range>text(Range::toString))
                .addSerializer(Duration.class, YamlMapper.<Duration>text(Quantity::text))
                .addSerializer(new WordWriter())
                .setDeserializerModifier(new Words());
    }

    private static <T> void number(
            SimpleModule module, Class<T> primitive, Class<T> boxed, String expected, Function<String, T> parser) {
        Scalar<T> scalar = Scalar.of(expected, text -> {
            try {
                return Optional.of(parser.apply(text.replace("_", "")));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
        module.addDeserializer(primitive, scalar).addDeserializer(boxed, scalar);
    }

    private static double decimal(String text) {
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1).strip())
                        .movePointLeft(2)
                        .doubleValue()
                : new BigDecimal(text).doubleValue();
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> JsonSerializer<T> text(Function<T, String> words) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(words.apply(value));
            }
        };
    }

    /** Writes the constants of every enum as their words. */
    private static final class WordWriter extends StdSerializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        WordWriter() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(word(value));
        }
    }

    /** Reads the constants of every enum by their words. */
    private static final class Words extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
            Map<String, Object> words = new LinkedHashMap<>();
            Arrays.stream(type.getRawClass().getEnumConstants())
                    .forEach(constant -> words.put(word((Enum<?>) constant), constant));
            return Scalar.word(words);
        }
    }
}
