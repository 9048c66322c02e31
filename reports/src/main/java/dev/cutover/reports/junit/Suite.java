package dev.cutover.reports.junit;

import dev.cutover.reports.reading.RunRecord;
import dev.cutover.reports.show.Characters;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The test cases of one area. */
record Suite(String name, List<TestCase> cases) {

    long tests() {
        return cases.size();
    }

    long failures() {
        return cases.stream()
                .filter(one -> one.problem() == TestCase.Problem.FAILURE)
                .count();
    }

    long errors() {
        return cases.stream()
                .filter(one -> one.problem() == TestCase.Problem.ERROR)
                .count();
    }

    void write(XMLStreamWriter xml, RunRecord run) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests()));
        xml.writeAttribute("failures", Long.toString(failures()));
        xml.writeAttribute("errors", Long.toString(errors()));
        xml.writeAttribute("skipped", "0");
        double seconds = run.verdict().at("run").number("durationSeconds").orElse(0);
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", name.equals("verdict") ? seconds : 0.0));
        String started = run.about("startedAt").text();
        if (started.length() >= 19) {
            xml.writeAttribute("timestamp", Characters.allowed(started.substring(0, 19)));
        }
        for (TestCase one : cases) {
            one.write(xml);
        }
        xml.writeEndElement();
    }
}
