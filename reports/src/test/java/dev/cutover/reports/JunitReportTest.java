package dev.cutover.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class JunitReportTest {
    @TempDir
    Path directory;

    @Test
    void aGoodRunIsGreen() throws Exception {
        Document junit = written(SampleRun.go(directory));
        assertThat(junit.select("failure, error")).isEmpty();
        assertThat(junit.select("testsuite[name=checks] testcase")).hasSize(9);
        assertThat(junit.select("testsuite[name=gates] testcase")).hasSize(5);
    }

    @Test
    void whatFailedIsAFailureAndWhatIsUnknownAnError() throws Exception {
        Document junit = written(SampleRun.noGo(directory));
        assertThat(junit.select("testsuite[name=verdict] failure").attr("message"))
                .startsWith("NO-GO: rollback-complete: 3 of");
        assertThat(junit.select("testcase[name=rollback-complete] failure").text())
                .contains("append 88123");
        assertThat(junit.select("testcase[name=side-effects] error")).hasSize(1);
        assertThat(junit.select("testcase[name=unknown-outcomes in dual] failure"))
                .hasSize(1);
        assertThat(junit.select("testsuites").attr("failures")).isEqualTo("4");
        assertThat(junit.select("testsuites").attr("errors")).isEqualTo("1");
    }

    @Test
    void aRunWithoutVerdictIsNotGreen() throws Exception {
        Document junit = written(SampleRun.interrupted(directory));
        assertThat(junit.select("testsuite[name=verdict] error")).hasSize(1);
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Document junit = written(Hostile.run(directory));
        assertThat(junit.select("testcase[name=rollback-complete] failure").attr("message"))
                .isEqualTo(Hostile.AS_SHOWN);
    }

    private static Document written(RunDirectory run) throws IOException, SAXException {
        Reports.write(run);
        StreamSource file = new StreamSource(run.junit().toFile());
        assertThatCode(() -> schema().newValidator().validate(file)).doesNotThrowAnyException();
        return Jsoup.parse(Files.readString(run.junit()), Parser.xmlParser());
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(JunitReportTest.class.getResource("junit.xsd"), "junit.xsd"));
    }
}
