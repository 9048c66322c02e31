package dev.cutover.reports.junit;

import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.markup.Characters;
import dev.cutover.reports.run.Run;
import dev.cutover.reports.text.Statement;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The verdict as JUnit XML: what failed is a failure, what could not be decided is an error, so neither is green. */
public final class JunitReport {
    private JunitReport() {}

    public static String of(Run run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            write(xml, run);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML into memory", e);
        }
        return text.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, Run run) throws XMLStreamException {
        String plan = Statement.about(run, VerdictReport.Run::plan);
        List<Suite> suites = List.of(
                new Suite("verdict", List.of(TestCase.verdict(run))),
                new Suite(
                        "checks",
                        run.findings().stream()
                                .map(finding -> TestCase.check(plan, finding))
                                .toList()),
                new Suite(
                        "gates",
                        run.gates().stream()
                                .map(gate -> TestCase.gate(plan, gate))
                                .toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", Characters.allowed("cutover " + plan));
        xml.writeAttribute("tests", total(suites, Suite::tests));
        xml.writeAttribute("failures", total(suites, Suite::failures));
        xml.writeAttribute("errors", total(suites, Suite::errors));
        for (Suite suite : suites) {
            suite.write(xml, run);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static String total(List<Suite> suites, ToLongFunction<Suite> count) {
        return Long.toString(suites.stream().mapToLong(count).sum());
    }
}
