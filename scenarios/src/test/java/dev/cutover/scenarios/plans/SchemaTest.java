package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.cutover.environment.spec.EnvironmentFile;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas that editors use; {@code mvn test -pl scenarios -am -Dtest=SchemaTest -Dcutover.schema=write} writes them. */
class SchemaTest {

    private static final Path SCHEMAS = Path.of("../docs/schema");
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Kind {
        PLAN,
        ENVIRONMENT,
        BRIDGES;

        private ObjectNode types() {
            return switch (this) {
                case PLAN -> SchemaOf.type(Plan.class);
                case ENVIRONMENT -> SchemaOf.type(EnvironmentFile.class);
                case BRIDGES -> SchemaOf.named(BrokenBridge.Entry.class);
            };
        }

        Path file() {
            return SCHEMAS.resolve(name().toLowerCase(Locale.ROOT) + ".schema.json");
        }

        ObjectNode schema() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                    .setAll(types());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_file_says_what_the_types_say(Kind kind) throws IOException {
        if ("write".equals(System.getProperty("cutover.schema"))) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(kind.file(), kind.schema().toPrettyString() + "\n");
        }
        assertThat(JSON.readTree(kind.file().toFile()))
                .as(kind.file() + "; if the types are right, write it again as SchemaTest says")
                .isEqualTo(JSON.readTree(kind.schema().toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN, plans/reference.yaml",
        "ENVIRONMENT, plans/environments/reference.yaml",
        "BRIDGES, ../bridge-under-test/broken-bridges/catalogue.yaml"
    })
    void shipped_files_are_valid_and_name_their_schema(Kind kind, Path file) throws IOException {
        String text = Files.readString(file);
        Path named = file.toAbsolutePath()
                .resolveSibling(text.lines().findFirst().orElse("").replace("# yaml-language-server: $schema=", ""))
                .normalize();

        assertThat(named).isEqualTo(kind.file().toAbsolutePath().normalize());
        assertThat(validator(kind).validate(yaml(text))).isEmpty();
    }

    @Test
    void a_wrong_plan_is_not_valid() throws IOException {
        String plan = Files.readString(Path.of("plans/reference.yaml"));

        assertThat(validator(Kind.PLAN).validate(yaml(plan.replace("delay: 20 ms", "dealy: 20 ms"))))
                .isNotEmpty();
        assertThat(validator(Kind.PLAN).validate(yaml(plan.replace("within: 40 s", "within: 40"))))
                .isNotEmpty();
    }

    private static JsonSchema validator(Kind kind) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(kind.schema());
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }
}
