package dev.cutover.rehearse.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {

    private static final Map<String, String> HEADERS = Map.of("Location", "http://edge/orders/17", "Spaced", " a b ");

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at: /a/b                                      | {"a":{"b":7}}        | 7
            at: /a                                        | {"a":{"b":7}}        |
            at: /a                                        | {"a":null}           |
            at: /a                                        | a=7                  |
            body: 'no=([0-9]+)'                           | ok=1&no=17&x=2       | 17
            body: '<no>([^<]*)</no>'                      | <a><no></no></a>     | ``
            body: 'no=([0-9]+)?gone'                      | no=gone              |
            body: '^(.)'                                  |                      |
            header: Location                              |                      | http://edge/orders/17
            header: Spaced                                |                      | a b
            header: Else                                  | Else: 7              |
            { header: Location, part: 'orders/([0-9]+)' } |                      | 17
            { header: Location, part: 'bills/([0-9]+)' }  |                      |
            """)
    void a_value_is_where_the_plan_says(String place, @Nullable String body, @Nullable String value) {
        Received received = Received.of(body == null ? null : body.getBytes(StandardCharsets.UTF_8), HEADERS);

        assertThat(look(place).text(received)).isEqualTo(value);
    }

    @Test
    void a_number_may_be_written_in_a_text_but_not_in_a_text_of_json() {
        assertThat(look("body: 'v(.*)'").number(Received.of("v12", Map.of()))).hasValue(12);
        assertThat(look("body: 'v(.*)'").number(Received.of("v1.2", Map.of()))).isEmpty();
        assertThat(look("at: /v").number(Received.of("{\"v\":12}", Map.of()))).hasValue(12);
        assertThat(look("at: /v").number(Received.of("{\"v\":\"12\"}", Map.of())))
                .isEmpty();
    }

    @Test
    void a_body_is_read_in_the_letters_that_its_type_says() {
        byte[] body = "name=Zöe".getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> latin = Map.of("Content-Type", "text/plain; charset=ISO-8859-1");

        assertThat(Received.of(body, latin).text()).isEqualTo("name=Zöe");
        assertThat(Received.of(body, Map.of("Content-Type", "text/plain; charset=none such"))
                        .text())
                .startsWith("name=Z");
    }

    @Test
    void only_the_headers_that_somebody_looks_at_are_kept() {
        assertThat(LookedAt.headers(SmallLoad.load())).isEmpty();
        assertThat(LookedAt.headers(SmallLoad.load("keep: { seen: /name }", "keep: { seen: { header: ETag } }")))
                .containsExactly("ETag");
        assertThat(LookedAt.headers(SmallLoad.load("at: /code, is: closed", "body: closed")))
                .containsExactly("Content-Type");
    }

    private static Look look(String yaml) {
        String inner = yaml.startsWith("{") ? yaml : "{ " + yaml + " }";
        return YamlFile.parse("operation", "role: read\nversion: " + inner)
                .bind(OperationSpec.class)
                .version()
                .map(Look::of)
                .orElseThrow();
    }
}
