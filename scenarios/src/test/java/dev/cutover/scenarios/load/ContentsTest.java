package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {
    private static final Contents CONTENTS =
            Contents.of(YamlFile.parse("operation", """
                    role: read
                    version: /ver
                    content: [/email, /orders, { header: X-Grade }]
                    ok: [{ status: 200 }]
                    request: { post: /read }
                    """).bind(OperationSpec.class));

    private static final List<Operation> OPERATIONS = Operation.of(ReferenceLoad.load());

    private static Optional<String> of(String json) {
        return CONTENTS.of(Received.of(json, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"a","ver":1}                 | {"ver":2,"email":"a"}
            {"orders":[{"a":1,"b":"x"}]}          | {"orders":[{"b":"x","a":1}]}
            {"orders":[{"a":1.50}]}               | {"orders":[{"a":15e-1}]}
            {"orders":[{"a":100}]}                | {"orders":[{"a":1e2}]}
            {"orders":[{"a":1,"note":null}]}      | {"orders":[{"a":1}]}
            {"email":"a","orders":null}           | {"email":"a"}
            """)
    void whatMeansTheSameIsTheSame(String one, String other) {
        assertThat(of(one)).isPresent().isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"a"}                         | {"email":"b"}
            {"email":"1"}                         | {"email":1}
            {"email":"null"}                      | {"email":null}
            {"email":"a"}                         | {"email":"a","orders":[]}
            {"orders":[1,23]}                     | {"orders":[12,3]}
            {"orders":[1,2]}                      | {"orders":[2,1]}
            {"orders":[{"a":1},{"b":2}]}          | {"orders":[{"a":1,"b":2}]}
            {"orders":[[1],2]}                    | {"orders":[[1,2]]}
            """)
    void whatMeansSomethingElseIsNot(String one, String other) {
        assertThat(of(one)).isPresent().isNotEqualTo(of(other));
    }

    @Test
    void headersCountToo() {
        assertThat(CONTENTS.of(Received.of("{}", Map.of("X-Grade", "7"))))
                .isPresent()
                .isNotEqualTo(CONTENTS.of(Received.of("{}", Map.of("X-Grade", "8"))));
    }

    @Test
    void anAnswerWithNothingOfItIsComparedWithNone() {
        assertThat(of("{\"ver\":3}")).isEmpty();
        assertThat(of("no JSON")).isEmpty();
    }

    private static String question(long id, String path, String header, String body) {
        return Contents.question(new Call(Step.alone(OPERATIONS.getLast()), id, 0, path, List.of(header), body, null));
    }

    @Test
    void whoAsksIsNoPartOfTheQuestion() {
        long one = OperationIds.of(7).next();
        long other = one + 1;
        assertThat(question(one, "/a?" + one, OperationIds.uuid(one), "{\"opId\":\"" + one + "\",\"custNo\":5}"))
                .isEqualTo(question(
                        other, "/a?" + other, OperationIds.uuid(other), "{\"opId\":\"" + other + "\",\"custNo\":5}"));
    }

    @Test
    void allElseIsPartOfIt() {
        String asked = question(1L << 50, "/a", "b", "c");
        assertThat(question(1L << 50, "/x", "b", "c")).isNotEqualTo(asked);
        assertThat(question(1L << 50, "/a", "x", "c")).isNotEqualTo(asked);
        assertThat(question(1L << 50, "/a", "b", "x")).isNotEqualTo(asked);
    }
}
