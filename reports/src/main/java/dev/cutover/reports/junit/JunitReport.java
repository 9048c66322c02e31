package dev.cutover.reports.junit;

import dev.cutover.reports.reading.Judged;
import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Characters;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The verdict as JUnit XML: what failed is a failure, what could not be decided is an error, so neither is green. */
public final class JunitReport {
    private JunitReport() {}

    public static String of(RunRecord run) {
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

    private static void write(XMLStreamWriter xml, RunRecord run) throws XMLStreamException {
        Suite verdict = new Suite("verdict", List.of(TestCase.verdict(run)));
        Suite checks = suite("checks", run, run.findings());
        Suite gates = suite("gates", run, run.gates());
        List<Suite> suites = List.of(verdict, checks, gates);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute(
                "name", Characters.allowed("cutover " + run.about("plan").text()));
        xml.writeAttribute("tests", total(suites, Suite::tests));
        xml.writeAttribute("failures", total(suites, Suite::failures));
        xml.writeAttribute("errors", total(suites, Suite::errors));
        for (Suite suite : suites) {
            suite.write(xml, run);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static Suite suite(String name, RunRecord run, List<Judged> judged) {
        String plan = run.about("plan").text();
        return new Suite(
                name, judged.stream().map(one -> TestCase.judged(plan, one)).toList());
    }

    private static String total(List<Suite> suites, ToLongFunction<Suite> count) {
        return Long.toString(suites.stream().mapToLong(count).sum());
    }
}
